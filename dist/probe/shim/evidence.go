package main

import (
	"time"

	"go-crash-guard/probe/internal/cgroup"
	"go-crash-guard/probe/internal/kernellog"
)

// evidence is what can be said about a death besides its wait status. Everything is null where it cannot be read.
type evidence struct {
	Memory            *memoryChange    `json:"memory"`
	Pids              *pidsChange      `json:"pids"`
	VmstatOomKill     vmstatChange     `json:"vmstatOomKill"`
	MemAvailableBytes *uint64          `json:"memAvailableBytes"` // of the machine, when the child was dead
	SwapFreeBytes     *uint64          `json:"swapFreeBytes"`
	Vanished          bool             `json:"vanished"`  // the child's group was removed while it ran
	KernelLog         *kernellog.Log   `json:"kernelLog"` // read only where it may say something
	Errno             *string          `json:"errno"`     // "ENOEXEC": why the child could not be started
	Limits            map[string]limit `json:"limits"`    // as the child had them at its end, null where they cannot be read
	CoreFile          *string          `json:"coreFile"`  // in the attempt's folder, as is the next one
	Binary            *string          `json:"binary"`    // kept for a debugger
}

// The levels are those of a group and its ancestors, innermost first.
type memoryChange struct {
	Before []cgroup.MemoryLevel `json:"before"`
	After  []cgroup.MemoryLevel `json:"after"`
}

type pidsChange struct {
	Before []cgroup.PidsLevel `json:"before"`
	After  []cgroup.PidsLevel `json:"after"`
}

// vmstatChange counts the OOM kills on the whole machine.
type vmstatChange struct {
	Before *uint64 `json:"before"`
	After  *uint64 `json:"after"`
}

// witness reads the counters before the start and again at the end.
type witness struct {
	seat         seat
	memory, pids []cgroup.Group
	seen         evidence
}

const maxLevels = 64

func newWitness(s seat) *witness {
	w := &witness{seat: s}
	if s.known {
		w.memory = lineage(s.group)
		w.seen.Memory = &memoryChange{Before: memoryLevels(w.memory), After: []cgroup.MemoryLevel{}}
	}
	if group, ok := cgroup.Pids(0); ok {
		if s.own && group.Version == 2 && s.group.Version == 2 {
			group = s.group // version 2 has one tree for all controllers
		}
		w.pids = lineage(group)
		w.seen.Pids = &pidsChange{Before: pidsLevels(w.pids), After: []cgroup.PidsLevel{}}
	}
	w.seen.VmstatOomKill.Before = oomKills()
	return w
}

// atDeath must be called when the child is dead and not yet reaped: then its group cannot have been removed behind it.
func (w *witness) atDeath() *evidence {
	seen := &w.seen
	if seen.Memory != nil {
		seen.Memory.After = memoryLevels(w.memory)
	}
	if seen.Pids != nil {
		seen.Pids.After = pidsLevels(w.pids)
	}
	seen.VmstatOomKill.After = oomKills()
	seen.MemAvailableBytes, seen.SwapFreeBytes = freeMemory()
	seen.Vanished = w.seat.vanished()
	return seen
}

// askKernel reads the kernel's log where it may say something: after a signal, or when a counter grew.
func (e *evidence) askKernel(since time.Time, pid int, signaled bool) {
	if signaled || e.counted() {
		log := kernellog.Read(since, []int{pid})
		e.KernelLog = &log
	}
}

// counted reports whether the kernel killed for memory or refused a process, here or anywhere on the machine.
func (e *evidence) counted() bool {
	if grew(e.VmstatOomKill.Before, e.VmstatOomKill.After) {
		return true
	}
	if e.Memory != nil {
		for i, after := range e.Memory.After {
			if before := e.Memory.Before[i]; grew(before.OomKill, after.OomKill) || grew(before.Oom, after.Oom) {
				return true
			}
		}
	}
	if e.Pids != nil {
		for i, after := range e.Pids.After {
			if grew(e.Pids.Before[i].Refused, after.Refused) {
				return true
			}
		}
	}
	return false
}

func grew(before, after *uint64) bool { return before != nil && after != nil && *after > *before }

func lineage(group cgroup.Group) []cgroup.Group {
	line := group.Lineage()
	if len(line) > maxLevels {
		line = line[:maxLevels]
	}
	return line
}

func memoryLevels(line []cgroup.Group) []cgroup.MemoryLevel {
	levels := make([]cgroup.MemoryLevel, 0, len(line))
	for _, group := range line {
		levels = append(levels, group.ReadMemory())
	}
	return levels
}

func pidsLevels(line []cgroup.Group) []cgroup.PidsLevel {
	levels := make([]cgroup.PidsLevel, 0, len(line))
	for _, group := range line {
		levels = append(levels, group.ReadPids())
	}
	return levels
}
