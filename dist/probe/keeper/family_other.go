//go:build !unix

package main

import (
	"os"
	"time"

	"go-crash-guard/probe/internal/ending"
)

// family is the command alone. There are no signals here: every order ends it.
type family struct {
	pid     int
	ended   chan ending.Ending
	process *os.Process
}

func startFamily(_, program string, argv []string, input *os.File) (*family, error) {
	process, err := os.StartProcess(program, argv, &os.ProcAttr{
		Env:   os.Environ(),
		Files: []*os.File{input, os.Stdout, os.Stderr},
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

func (f *family) signal(order) { _ = f.process.Kill() }

func (f *family) settle(time.Duration) {}

func (f *family) sweep() int {
	if f.process.Kill() != nil {
		return 0
	}
	return 1
}
