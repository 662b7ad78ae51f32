package main

import (
	"go-crash-guard/probe/internal/cgroup"
	"go-crash-guard/probe/internal/kernellog"
)

// tier is a way to hold the ceiling.
type tier string

const (
	tierCgroup  tier = "cgroup"  // a control group of our own
	tierSudo    tier = "sudo"    // the same, made as root
	tierWatcher tier = "watcher" // the keeper adds up memory and kills
	tierNone    tier = "none"
)

// guardRecord is guard.json.
type guardRecord struct {
	Schema        int       `json:"schema"`
	Tier          tier      `json:"tier"`
	CgroupVersion *int      `json:"cgroupVersion"`
	CeilingBytes  *uint64   `json:"ceilingBytes"`
	MemoryDir     string    `json:"memoryDir"` // the group that holds those of go test and of the tests
	Scope         string    `json:"scope"`     // systemd's name for what holds it
	Tried         []refusal `json:"tried"`
	CreatedAt     string    `json:"createdAt"`
}

// refusal is a tier that was not to be had.
type refusal struct {
	Tier    tier   `json:"tier"`
	Problem string `json:"problem"`
}

// guardEnd is the guard's part of go-end.json: what the kernel counted while the command ran, in the groups it ran in,
// innermost first. That is known without a ceiling too.
type guardEnd struct {
	Before []cgroup.MemoryLevel `json:"before"`
	After  []cgroup.MemoryLevel `json:"after"`
	// The groups were removed, or the command moved out of them, while it ran.
	Vanished      bool           `json:"vanished"`
	VmstatOomKill change         `json:"vmstatOomKill"`
	KernelLog     *kernellog.Log `json:"kernelLog"` // only where there is something to be explained
	Problems      []string       `json:"problems"`  // what could not be tidied up
}

// change is a counter of the machine; null where it could not be read.
type change struct {
	Before *uint64 `json:"before"`
	After  *uint64 `json:"after"`
}

func (c change) grew() bool { return grew(c.Before, c.After) }

func grew(before, after *uint64) bool { return before != nil && after != nil && *after > *before }

// kills reports whether the kernel killed for lack of memory in one of the groups.
func (e guardEnd) kills() bool {
	for i := range e.Before {
		if i < len(e.After) && (grew(e.Before[i].OomKill, e.After[i].OomKill) || grew(e.Before[i].OomKillLocal, e.After[i].OomKillLocal)) {
			return true
		}
	}
	return e.VmstatOomKill.grew()
}
