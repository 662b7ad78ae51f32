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
	ended <-chan ending.Ending
}

func startFamily(program string, argv []string, input *os.File) (*family, error) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, prSetChildSubreaper, 1, 0)
	// Not os.StartProcess: its Wait and the reaping of orphans would take each other's children.
	pid, err := syscall.ForkExec(program, argv, &syscall.ProcAttr{
		Env:   os.Environ(),
		Files: []uintptr{input.Fd(), os.Stdout.Fd(), os.Stderr.Fd()},
		Sys:   &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},
	})
	if err != nil {
		return nil, &os.PathError{Op: "exec", Path: program, Err: err}
	}
	ended := make(chan ending.Ending, 1)
	go reap(pid, ended)
	return &family{pid, ended}, nil
}

// reap waits for every child, the command and the orphans that end below the keeper, until there is none.
func reap(command int, ended chan<- ending.Ending) {
	for {
		var status syscall.WaitStatus
		var usage syscall.Rusage
		pid, err := syscall.Wait4(-1, &status, 0, &usage)
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return
		case pid == command:
			ended <- ending.FromWait(status, &usage)
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
