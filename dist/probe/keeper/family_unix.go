//go:build unix && !linux

package main

import (
	"os"
	"syscall"
	"time"

	"go-crash-guard/probe/internal/ending"
)

// family is the command and its process group: these systems offer no way to keep hold of a process that leaves it.
type family struct {
	pid     int
	ended   chan ending.Ending
	process *os.Process
}

func startFamily(_, program string, argv []string, input *os.File) (*family, error) {
	process, err := os.StartProcess(program, argv, &os.ProcAttr{
		Env:   os.Environ(),
		Files: []*os.File{input, os.Stdout, os.Stderr},
		Sys:   &syscall.SysProcAttr{Setpgid: true},
	})
	if err != nil {
		return nil, err
	}
	return &family{process.Pid, make(chan ending.Ending, 1), process}, nil
}

// reap waits for the command.
func (f *family) reap() {
	if state, err := f.process.Wait(); err == nil {
		f.ended <- ending.Of(state)
	}
}

func (f *family) signal(wanted order) { _ = syscall.Kill(-f.pid, wanted.number()) }

// settle waits until the process group is empty, but no longer than the given time.
func (f *family) settle(wait time.Duration) {
	for end := time.Now().Add(wait); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if syscall.Kill(-f.pid, 0) == syscall.ESRCH {
			return
		}
	}
}

// sweep kills the process group. How many processes that were is not known: 1 stands for any number.
func (f *family) sweep() int {
	if syscall.Kill(-f.pid, syscall.SIGKILL) != nil {
		return 0
	}
	return 1
}
