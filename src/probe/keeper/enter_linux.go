package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"syscall"

	"go-crash-guard/probe/internal/cgroup"
)

// reportFd is where the launcher tells the keeper how far it got.
const reportFd = 3

// entered is what the launcher writes when only the command is left to be started.
const entered = "entered\n"

// enter is the launcher, keeper enter GROUP PROGRAM ARGV...: it moves itself into the group and becomes the command. The
// keeper could instead go in, fork and come out again, but a low ceiling might then kill the keeper.
func enter(args []string) {
	report := os.NewFile(reportFd, "report")
	syscall.CloseOnExec(reportFd)
	err := errors.New("usage: keeper enter GROUP PROGRAM ARGV...")
	if len(args) >= 3 {
		err = join(args[0])
	}
	if err == nil {
		_, _ = io.WriteString(report, entered)
		// The main thread, to which main is locked: the parent's death signal is a property of the thread.
		err = syscall.Exec(args[1], args[2:], os.Environ())
	}
	fmt.Fprint(report, err)
	os.Exit(failed)
}

func join(dir string) error {
	group, ok := cgroup.At(dir)
	if !ok {
		return fmt.Errorf("%s: no such control group", dir)
	}
	return group.Enter(0)
}

// rehearse is keeper rehearse GROUP: it does with itself what the launcher and then the shims will do, which is to enter
// the group, make one among the tests', move there and come back.
func rehearse(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: keeper rehearse GROUP")
	}
	inside, ok := cgroup.At(args[0])
	if !ok {
		return fmt.Errorf("%s: no such control group", args[0])
	}
	beside := filepath.Join(filepath.Dir(args[0]), cgroup.TestsGroup)
	tests, ok := cgroup.At(beside)
	if !ok {
		return fmt.Errorf("%s: no such control group", beside)
	}
	if err := inside.Enter(0); err != nil {
		return fmt.Errorf("a process cannot be moved in: %w", err)
	}
	test, err := tests.Child("t-rehearsal-" + strconv.Itoa(os.Getpid()))
	if err != nil {
		return fmt.Errorf("no group can be made for a test: %w", err)
	}
	moved := test.Enter(0)
	back := inside.Enter(0)
	if err := errors.Join(moved, back, test.Remove()); err != nil {
		return fmt.Errorf("a process cannot be moved between the groups: %w", err)
	}
	return nil
}

// tryOut runs a rehearsal in a process of its own.
func tryOut(inside cgroup.Group) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	_, done, err := ask(self, "rehearse", inside.Dir)
	if err == nil {
		done()
	}
	return err
}
