package main

import (
	"os"
	"strconv"
	"strings"
)

// Processes that the tests start while they are disturbed are born with the processor and the priority of the thread that
// started them, and nobody but us would ever put them back. The kernel hands out ids in turn, so that those which were born since
// a moment are found by their ids, without a look at all others.

const (
	// maxBorn bounds the look at what was born.
	maxBorn = 20000
	// maxAncestors is more than a chain of processes ever is.
	maxAncestors = 64
)

// newestID is the id of the youngest process or thread that this process can see; 0 where nobody tells.
// "0.20 0.18 0.12 1/80 11206" (man 5 proc_loadavg)
func newestID() int {
	words := strings.Fields(readStart("/proc/loadavg", 256))
	if len(words) < 5 {
		return 0
	}
	id, _ := strconv.Atoi(words[4])
	return id
}

// parentOf is 0 where there is none. "7 (a name) S 1 ...": the name may hold everything (man 5 proc_pid_stat).
func parentOf(id int) int {
	stat := readStart("/proc/"+strconv.Itoa(id)+"/stat", 4096)
	words := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(words) < 2 {
		return 0
	}
	parent, _ := strconv.Atoi(words[1])
	return parent
}

// born knows which processes the disturbed one has started.
type born struct {
	root int
	// adopters are those that inherit a process whose parent has ended: among the ancestors of the disturbed process.
	adopters map[int]bool
	lastID   int // the greatest that there can be
}

func newBorn(root int) born {
	b := born{root: root, adopters: map[int]bool{1: true}}
	for id := os.Getpid(); id > 1 && len(b.adopters) < maxAncestors; id = parentOf(id) {
		b.adopters[id] = true
	}
	b.lastID, _ = strconv.Atoi(strings.TrimSpace(readStart("/proc/sys/kernel/pid_max", 64)))
	return b
}

// since are the ids that were handed out after the one, up to the other. After the greatest they begin again.
func (b born) since(after, upTo int) []int {
	if upTo == 0 {
		return nil
	}
	var ids []int
	for id := after; id != upTo && len(ids) < maxBorn; {
		if id++; id > b.lastID && upTo < after {
			id = 1
		}
		ids = append(ids, id)
	}
	return ids
}

// isOurs tells whether it belongs to the disturbed process, or was started by it, directly or not. A process whose parent has ended
// counts as well: it is asked for only where it has what it can have inherited.
func (b born) isOurs(id int) bool {
	if _, err := os.Stat("/proc/self/task/" + strconv.Itoa(id)); err == nil {
		return false // a thread of the shim, which occupies a processor
	}
	for hops := 0; id > 1 && hops < maxAncestors; hops++ {
		parent := parentOf(id)
		if parent == b.root || b.adopters[parent] {
			return true
		}
		id = parent
	}
	return false
}
