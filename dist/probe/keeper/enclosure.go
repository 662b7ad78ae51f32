package main

import (
	"fmt"
	"os"

	"go-crash-guard/probe/internal/cgroup"
)

// enclosure is the group that holds a run below its ceiling and what belongs to it:
//
//	crash-guard-0a1b2c3d                the ceiling and some headroom, for all below together (limit)
//	crash-guard-0a1b2c3d/go             go test and all that it starts to build with, below the ceiling (inside)
//	crash-guard-0a1b2c3d/tests          all tests together, below the ceiling
//	crash-guard-0a1b2c3d/tests/t-...    one test binary, made and entered by its shim
//
// The tests have the ceiling to themselves because of how the kernel kills: once the first thread of a process that it
// has killed is gone, it no longer waits for that process's memory. Whoever then asks for a page below the same limit,
// were it go test for a line of output, may make it choose again, and without its own limit go test would be there to be
// chosen. The headroom keeps go test away from a limit while a test gives its memory back.
//
// The keeper stays outside: it has to survive what happens inside. Version 2 lets a plain user move a process only if the
// nearest group above both places is the user's. What root hands over is therefore one level deeper there, and the keeper
// has been moved next to the ceiling:
//
//	crash-guard-0a1b2c3d          no ceiling, the user's (top); with systemd a scope of that name
//	crash-guard-0a1b2c3d/keeper   this process
//	crash-guard-0a1b2c3d/limit    the ceiling and the headroom, with go and tests as above
type enclosure struct {
	limit, inside, top cgroup.Group
	scope              string
	lock               *os.File // tells other keepers that the group is in use, until this process ends in whatever way
	dispose            func() error
}

// remove removes what can be removed. Processes that are still in there keep their group and the ceiling, and are said.
func (e *enclosure) remove() []string {
	problem := e.limit.Remove()
	if e.dispose != nil {
		problem = e.dispose()
	}
	e.lock.Close()
	if problem == nil {
		return nil
	}
	text := fmt.Sprintf("the control group was not removed: %v", problem)
	for _, group := range []cgroup.Group{e.inside, e.limit} {
		if left, err := group.Processes(); err == nil && len(left) > 0 {
			if len(left) > 10 {
				left = left[:10]
			}
			text += fmt.Sprintf("; still in %s: processes %v", group.Dir, left)
		}
	}
	return []string{text}
}

// entryError says that the command could not be started in its group. It was not started at all.
type entryError struct{ problem string }

func (e entryError) Error() string { return e.problem }
