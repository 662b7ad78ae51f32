//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// separate puts the program into a process group of its own, so that all it starts can be ended.
func separate(program *exec.Cmd) { program.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func endFamily(process *os.Process) error {
	err := syscall.Kill(-process.Pid, syscall.SIGKILL)
	if err == syscall.ESRCH {
		return os.ErrProcessDone
	}
	return err
}

// askForStacks ends a program that is stuck in a way that shows where.
func askForStacks(process *os.Process) error { return process.Signal(syscall.SIGQUIT) }
