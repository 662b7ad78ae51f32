package main

import (
	"math/rand"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func target(t *testing.T, pid int) *linuxProcess {
	t.Helper()
	found, ok := disturb(pid).(*linuxProcess)
	if !ok {
		t.Fatal("it cannot be disturbed")
	}
	t.Cleanup(found.end)
	return found
}

func assertUndisturbed(t *testing.T, p *linuxProcess) {
	t.Helper()
	threads := p.threads()
	if len(threads) == 0 {
		t.Fatal("no threads")
	}
	for _, thread := range threads {
		if now, ok := processorsOf(thread); ok && now != p.all {
			t.Errorf("thread %d has the processors %v, not %v", thread, now.members(), p.numbers)
		}
		if nice, ok := niceOf(thread); ok && nice != p.nice {
			t.Errorf("thread %d is at nice %d, not %d", thread, nice, p.nice)
		}
	}
	eventually(t, "it goes on", func() bool { return stateOf(t, p.pid) != "T" })
}

func TestWhatWasDisturbedIsAsItWas(t *testing.T) {
	pid := victim(t, "sleep")
	for seed := int64(1); seed <= 3; seed++ {
		p := startPerturbing(seed, pid)
		if p == nil {
			t.Fatal("nothing was started")
		}
		time.Sleep(300 * time.Millisecond)
		p.finish()
		assertUndisturbed(t, p.target.(*linuxProcess))
	}
}

func TestEachChange(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	p := target(t, victim(t, "sleep"))
	if len(p.numbers) < 2 {
		t.Skip("there is one processor only")
	}
	p.crowd(random)
	first, _ := processorsOf(p.pid)
	for _, thread := range p.threads() {
		if now, ok := processorsOf(thread); !ok || now != first || now.count() != 1 {
			t.Errorf("thread %d has the processors %v", thread, now.members())
		}
	}
	p.release()
	assertUndisturbed(t, p)

	p.scatter(random)
	for _, thread := range p.threads() {
		if now, ok := processorsOf(thread); !ok || now.count() != 1 {
			t.Errorf("thread %d has the processors %v", thread, now.members())
		}
	}
	p.release()
	assertUndisturbed(t, p)

	if !p.pause() {
		t.Fatal("it was not stopped")
	}
	eventually(t, "it stops", func() bool { return stateOf(t, p.pid) == "T" })
	p.release()
	assertUndisturbed(t, p)
}

func TestAThreadFallsBehindOnlyWhereItCanBeRaisedAgain(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	p := target(t, victim(t, "sleep"))
	p.canLift = false
	p.starve(random, time.Millisecond)
	assertUndisturbed(t, p)
	if !canLiftPriority() || len(p.numbers) < 2 {
		t.Skip("priorities cannot be raised here, or there is one processor only")
	}
	p.canLift = true
	p.starve(random, time.Millisecond)
	if len(p.starved) == 0 {
		t.Fatal("no thread fell behind")
	}
	for thread := range p.starved {
		if nice, ok := niceOf(thread); ok && nice != lowestNice {
			t.Errorf("thread %d is at nice %d", thread, nice)
		}
	}
	p.release()
	assertUndisturbed(t, p)
}

func TestWhoWouldSeeItGoOnIsNotPaused(t *testing.T) {
	pid := victim(t, "catch")
	p := target(t, pid)
	if p.pause() {
		p.release()
		t.Error("a program that catches SIGCONT was stopped")
	}
	if stateOf(t, pid) == "T" {
		t.Error("it is stopped")
	}
}

func TestTheMaskOfCaughtSignals(t *testing.T) {
	for _, row := range []struct {
		status string
		want   bool
	}{
		{"Name:\ta\nSigCgt:\t0000000000000000\n", true},
		{"Name:\ta\nSigCgt:\tfffffffd7fc1feff\n", true},
		{"Name:\ta\nSigCgt:\t0000000000020000\n", false}, // bit 18 - 1
		{"Name:\ta\nSigCgt:\tffffffffffffffff\n", false},
		{"Name:\ta\nSigCgt:\tnothing\n", false},
		{"Name:\ta\n", false},
		{"", false},
	} {
		if got := ignoresContinuation(row.status); got != row.want {
			t.Errorf("%q: %v", row.status, got)
		}
	}
}

func TestADeadProcessIsNotDisturbed(t *testing.T) {
	p := startPerturbing(1, 1<<30)
	if p != nil {
		p.finish()
		t.Error("a process that does not exist was disturbed")
	}
}

func TestAProcessorIsOccupiedForItsTimeOnly(t *testing.T) {
	o := newOccupier()
	defer o.end()
	for i := 0; i < 50; i++ { // more orders than it can take: none is waited for
		o.occupy(0, time.Millisecond)
	}
	o.rest()
	o.occupy(0, time.Hour)
	o.rest()
	used := func() time.Duration {
		var usage syscall.Rusage
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
		return time.Duration(usage.Utime.Nano())
	}
	eventually(t, "it rests", func() bool {
		before := used()
		time.Sleep(100 * time.Millisecond)
		return used()-before < 50*time.Millisecond
	})
}

func TestADisturbedChildEndsAsItWould(t *testing.T) {
	w := newWorld(t)
	for seed := int64(1); seed <= 5; seed++ {
		w.settings.Perturb = seed
		if ended := w.run(t, "exit 3", os.Args[0], "-test.v"); ended.status.ExitStatus() != 3 || ended.stderr != "" {
			t.Errorf("%+v", ended)
		}
		if ended := w.run(t, "die 9", os.Args[0], "-test.v"); ended.status.Signal() != syscall.SIGKILL {
			t.Errorf("%+v", ended)
		}
	}
	if found, _ := filepath.Glob(filepath.Join(w.out(), "*", "shim-problems.txt")); len(found) > 0 {
		t.Error(found)
	}
}

func TestWhoIsDisturbed(t *testing.T) {
	plain := job{call: call{binary: "a.test", args: []string{"-test.v"}}, settings: settings{Perturb: 5}}
	wrapped, tool, looked := plain, plain, plain
	wrapped.call.wrapper = []string{"env"}
	tool.call.args = nil
	looked.settings.Diagnose = "exit"
	for _, row := range []struct {
		name string
		job  job
		want int64
	}{{"a test binary", plain, 5}, {"behind a wrapper", wrapped, 0}, {"go run", tool, 0}, {"a closer look", looked, 0}} {
		if got := row.job.perturbation(); got != row.want {
			t.Errorf("%s: %d", row.name, got)
		}
	}
}
