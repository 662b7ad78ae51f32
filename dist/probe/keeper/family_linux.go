package main

import (
	"os"
	"syscall"
	"time"

	"go-crash-guard/probe/internal/ending"
)

// prSetChildSubreaper (linux/prctl.h) makes orphans below a process its children, so that no descendant gets lost.
const prSetChildSubreaper = 36

// sweepBudget bounds the hunt for processes that fork as fast as they are killed.
const sweepBudget = 1500 * time.Millisecond

// family is the command and everything below it.
type family struct {
	pid   int
	ended chan ending.Ending
}

// startFamily starts the command, in the group whose folder is given, or "".
func startFamily(group, program string, argv []string, input *os.File) (*family, error) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, prSetChildSubreaper, 1, 0)
	pid, err := 0, error(nil)
	if group == "" {
		pid, err = fork(program, argv, input)
	} else {
		pid, err = forkInto(group, program, argv, input)
	}
	if err != nil {
		return nil, err
	}
	return &family{pid, make(chan ending.Ending, 1)}, nil
}

// reap waits for every child, the command and the orphans that end below the keeper, until there is none. It runs on the
// main thread, whose children they are: the kernel hands orphans to the thread that leads the process. Children of the
// other threads, which os/exec waits for, are left alone.
func (f *family) reap() {
	for {
		var status syscall.WaitStatus
		var usage syscall.Rusage
		pid, err := syscall.Wait4(-1, &status, syscall.WNOTHREAD, &usage)
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return
		case pid == f.pid:
			f.ended <- ending.FromWait(status, &usage)
		}
	}
}

// signal reaches the command and all that stayed in its process group, the test binaries among them.
func (f *family) signal(wanted order) { _ = syscall.Kill(-f.pid, wanted.number()) }

// settle waits until no descendant lives, but no longer than the given time.
func (f *family) settle(wait time.Duration) {
	for end := time.Now().Add(wait); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if living, err := descendants(os.Getpid()); err == nil && len(living) == 0 {
			return
		}
	}
}

// sweep kills every descendant, whatever group or session it has moved to, and returns how many there were.
func (f *family) sweep() int {
	killed := map[int]bool{}
	for end := time.Now().Add(sweepBudget); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		living, err := descendants(os.Getpid())
		if err != nil { // no /proc: the process group is the best there is
			f.signal(kill)
			return len(killed)
		}
		if len(living) == 0 {
			break
		}
		for _, pid := range living {
			if syscall.Kill(pid, syscall.SIGKILL) == nil {
				killed[pid] = true
			}
		}
	}
	return len(killed)
}
