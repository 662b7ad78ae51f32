package main

import "time"

// process is one process below the keeper.
type process struct {
	pid, parent int
	name        string
	rssBytes    uint64
	vsize       uint64 // of the address space, in bytes
	stack       uint64 // where it starts; chosen at random for each program that is started, 0 where it is not to be seen
	shim        bool
}

// borrows reports whether a process has its memory from its parent: Go starts programs with CLONE_VM and CLONE_VFORK, and until
// it becomes the program the new process is in its parent's address space. A fork shares what neither has written to since.
func (p process) borrows(parent process) bool {
	return p.stack != 0 && p.stack == parent.stack && p.vsize == parent.vsize
}

// The same use of memory weighs more in a test binary than in a tool of the build, as with oom_score_adj, and least in the
// go command and the shims: without them the report would lose more than one test. But the process that really holds the
// memory has to go in the end, or everything else dies for nothing.
const (
	testWeight = 16
	toolWeight = 4
	ownWeight  = 1
)

// victim is the process to be killed: a test (below a shim) before a tool, a large one before a small one.
func victim(family []process, command int) (process, bool) {
	parents := parentsOf(family)
	shims := map[int]bool{}
	for _, one := range family {
		if one.shim {
			shims[one.pid] = true
		}
	}
	var chosen process
	var most uint64
	for _, one := range family {
		weight := uint64(toolWeight)
		if one.shim || one.pid == command {
			weight = ownWeight
		} else if below(one.pid, parents, shims) {
			weight = testWeight
		}
		if score := one.rssBytes * weight; score > most {
			chosen, most = one, score
		}
	}
	return chosen, most > 0
}

func parentsOf(family []process) map[int]int {
	parents := map[int]int{}
	for _, one := range family {
		parents[one.pid] = one.parent
	}
	return parents
}

// ancestors are the parents of a process, nearest first, up to the keeper. The table was read while processes came and
// went, so it might even hold a circle.
func ancestors(pid int, parents map[int]int) []int {
	found := []int{}
	for parent, known := parents[pid]; known && len(found) < 1000; parent, known = parents[parent] {
		found = append(found, parent)
	}
	return found
}

func below(pid int, parents map[int]int, any map[int]bool) bool {
	for _, ancestor := range ancestors(pid, parents) {
		if any[ancestor] {
			return true
		}
	}
	return false
}

const (
	// growth is how fast a program may come near the ceiling: bytes a second that one processor can clear and touch.
	growth   = 2 << 30
	shortest = 50 * time.Millisecond
	longest  = 500 * time.Millisecond
)

// interval is how long the watcher may look away.
func interval(headroom uint64) time.Duration {
	if headroom >= growth { // more than a second: and no overflow below
		return longest
	}
	wait := time.Duration(headroom) * time.Second / growth
	if wait < shortest {
		return shortest
	}
	if wait > longest {
		return longest
	}
	return wait
}
