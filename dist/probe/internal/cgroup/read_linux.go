package cgroup

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
)

const (
	fileLimit   = 64 << 10
	mountsLimit = 8 << 20 // a node with thousands of containers has that many mounts
)

// readBounded reads the beginning of a file; "" where there is none. A group can vanish at any time.
func readBounded(path string, limit int64) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, _ := io.ReadAll(io.LimitReader(file, limit)) // a group that vanished just now gives ENODEV
	return string(text)
}

func mounts() []mount { return parseMounts(readBounded("/proc/self/mountinfo", mountsLimit)) }

// Memory is the memory controller's group of a process, 0 for this one.
func Memory(pid int) (Group, bool) { return find(pid, "memory") }

// Pids is the group that limits a process's number of processes, 0 for this one.
func Pids(pid int) (Group, bool) { return find(pid, "pids") }

// find takes the first folder that is there. Version 2 may be mounted without the controller.
func find(pid int, controller string) (Group, bool) {
	name := "self"
	if pid != 0 {
		name = strconv.Itoa(pid)
	}
	memberships := parseMemberships(readBounded(filepath.Join("/proc", name, "cgroup"), fileLimit))
	for _, group := range candidates(memberships, mounts(), controller) {
		if !group.Exists() {
			continue
		}
		if group.Version == 2 && !offers(group.mount, controller) {
			continue
		}
		return group, true
	}
	return Group{}, false
}

// At is the group whose folder this is.
func At(dir string) (Group, bool) {
	group, ok := groupAt(mounts(), filepath.Clean(dir))
	return group, ok && group.Exists()
}

// Exists reports whether the group is there now.
func (g Group) Exists() bool {
	_, err := os.Stat(filepath.Join(g.Dir, "cgroup.procs"))
	return err == nil
}

func (g Group) file(name string) string { return readBounded(filepath.Join(g.Dir, name), fileLimit) }

// ReadMemory reads the group's counters.
func (g Group) ReadMemory() MemoryLevel {
	level := MemoryLevel{Path: g.Path, LimitBytes: parseLimit(readBounded(g.LimitFile(), fileLimit))}
	level.UsageBytes = parseNumber(readBounded(g.UsageFile(), fileLimit))
	if g.Version == 1 {
		level.PeakBytes = parseNumber(g.file("memory.max_usage_in_bytes"))
		level.OomKill = parseKey(g.file("memory.oom_control"), "oom_kill")
		level.OomKillLocal = level.OomKill
		level.LimitHits = parseNumber(g.file("memory.failcnt"))
		return level
	}
	events := g.file("memory.events")
	level.PeakBytes = parseNumber(g.file("memory.peak"))
	level.Oom = parseKey(events, "oom")
	level.OomKill = parseKey(events, "oom_kill")
	level.OomKillLocal = parseKey(g.file("memory.events.local"), "oom_kill")
	level.LimitHits = parseKey(events, "max")
	return level
}

// ReadPids reads the group's counters; their names are the same in both versions.
func (g Group) ReadPids() PidsLevel {
	return PidsLevel{
		Path: g.Path, Limit: parseLimit(g.file("pids.max")), Current: parseNumber(g.file("pids.current")),
		Refused: parseKey(g.file("pids.events"), "max"),
	}
}
