package main

import (
	"testing"
	"time"

	"go-crash-guard/probe/internal/host"
)

func TestVictim(t *testing.T) {
	const command = 2
	goTest := func(rss uint64) process { return process{pid: command, parent: 1, rssBytes: rss} }
	shim := func(rss uint64) process { return process{pid: 3, parent: command, rssBytes: rss, shim: true} }
	test := func(pid int, rss uint64) process { return process{pid: pid, parent: 3, rssBytes: rss} }
	tool := func(pid int, rss uint64) process { return process{pid: pid, parent: command, rssBytes: rss} }
	for _, row := range []struct {
		name   string
		family []process
		want   int
	}{
		{"nobody", nil, 0},
		{"the largest test", []process{goTest(50), shim(5), test(4, 10), test(5, 30), test(6, 20)}, 5},
		{"a test before a larger tool", []process{goTest(50), shim(5), test(4, 300), tool(7, 1000)}, 4},
		{"a linker that really holds it", []process{goTest(50), shim(5), test(4, 20), tool(7, 6000)}, 7},
		{"the largest tool", []process{goTest(50), tool(7, 100), tool(8, 200)}, 8},
		{"a test's own child", []process{goTest(50), shim(5), test(4, 10), {pid: 9, parent: 4, rssBytes: 500}}, 9},
		{"neither go nor shims while anything is near", []process{goTest(100), shim(90), tool(7, 30)}, 7},
		{"go, when there is nothing else", []process{goTest(100), shim(5), test(4, 1)}, command},
		{"nothing holds anything", []process{goTest(0), tool(7, 0)}, 0},
	} {
		chosen, ok := victim(row.family, command)
		if chosen.pid != row.want || ok != (row.want != 0) {
			t.Errorf("%s: %+v", row.name, chosen)
		}
	}
}

func TestAncestorsInACircle(t *testing.T) {
	if found := ancestors(1, map[int]int{1: 2, 2: 1}); len(found) != 1000 {
		t.Error(len(found))
	}
}

func TestInterval(t *testing.T) {
	for headroom, want := range map[uint64]time.Duration{
		0: shortest, 1 << 20: shortest, 512 << 20: 250 * time.Millisecond, 1 << 30: longest, 1 << 50: longest, 1<<64 - 1: longest,
	} {
		if got := interval(headroom); got != want {
			t.Errorf("%d: %v", headroom, got)
		}
	}
}

func TestRoom(t *testing.T) {
	const giga, mega = 1 << 30, 1 << 20
	machine := func(total, available uint64) host.Memory {
		return host.Memory{TotalBytes: &total, AvailableBytes: &available}
	}
	for _, row := range []struct {
		name          string
		tree, ceiling uint64
		machine       host.Memory
		headroom      uint64
		exhausted     bool
	}{
		{"far away", 1 * giga, 8 * giga, machine(16*giga, 14*giga), 7 * giga, false},
		{"at the ceiling", 8 * giga, 8 * giga, machine(16*giga, 7*giga), 0, true},
		{"the machine is nearer", 1 * giga, 8 * giga, machine(16*giga, 2*giga), 2*giga - 512*mega, false},
		{"the machine runs out because of us", 7 * giga, 100 * giga, machine(8*giga, 300*mega), 0, true},
		{"the machine runs out because of others", 1 * giga, 100 * giga, machine(8*giga, 300*mega), 0, false},
		{"a small machine keeps 5 %", 700 * mega, 900 * mega, machine(1000*mega, 60*mega), 10 * mega, false},
		{"nothing is known", 1 * giga, 3 * giga, host.Memory{}, 2 * giga, false},
		{"nonsense", 1 * giga, 3 * giga, machine(1, 2), 2 * giga, false},
	} {
		headroom, exhausted := room(row.tree, row.ceiling, row.machine)
		if headroom != row.headroom || exhausted != row.exhausted {
			t.Errorf("%s: %d %v", row.name, headroom, exhausted)
		}
	}
}
