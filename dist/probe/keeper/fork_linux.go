package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"
	"time"
)

// entryPatience is for the launcher to get into the group and to become the command; it takes milliseconds.
const entryPatience = 10 * time.Second

// fork starts the command as the leader of a process group of its own. Not os.StartProcess: its Wait and the reaping of
// orphans would take each other's children. It has to be called on the main thread, see reap.
func fork(program string, argv []string, input *os.File, extra ...uintptr) (int, error) {
	pid, err := syscall.ForkExec(program, argv, &syscall.ProcAttr{
		Env:   os.Environ(),
		Files: append([]uintptr{input.Fd(), os.Stdout.Fd(), os.Stderr.Fd()}, extra...),
		Sys:   &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},
	})
	if err != nil {
		return 0, &os.PathError{Op: "exec", Path: program, Err: err}
	}
	return pid, nil
}

// forkInto starts the command inside of a group: nothing of it ever runs outside.
func forkInto(group, program string, argv []string, input *os.File) (int, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, entryError{err.Error()}
	}
	report, writer, err := os.Pipe()
	if err != nil {
		return 0, entryError{err.Error()}
	}
	defer report.Close()
	pid, err := fork(self, append([]string{self, "enter", group, program}, argv...), input, writer.Fd())
	writer.Close()
	if err != nil {
		return 0, entryError{err.Error()}
	}
	// The launcher's end of the pipe closes when it becomes the command.
	_ = report.SetReadDeadline(time.Now().Add(entryPatience))
	text, err := io.ReadAll(io.LimitReader(report, 4096))
	problem, isIn := strings.CutPrefix(string(text), entered)
	if err == nil && isIn && problem == "" {
		return pid, nil
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	for {
		if _, err := syscall.Wait4(pid, nil, 0, nil); err != syscall.EINTR {
			break
		}
	}
	switch {
	case err == nil && isIn:
		return 0, &os.PathError{Op: "exec", Path: program, Err: errors.New(problem)}
	case err == nil && problem == "":
		return 0, entryError{"the process that was to enter it was killed"}
	default:
		return 0, entryError{fmt.Sprint(errors.Join(err, errors.New(problem)))}
	}
}
