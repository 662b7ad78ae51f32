package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// followParent asks the kernel for SIGTERM at the parent's end. Whether a SIGTERM means that is told by the parent's
// process id, which also covers a parent that ended before the question was put.
func (w *watch) followParent(child *os.Process) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_PDEATHSIG, uintptr(syscall.SIGTERM), 0)
	w.checkParent(child)
}

// isDying reports whether a process is on its way out: its first thread is exiting, or has not yet got to the SIGKILL by which
// all threads end. On a busy machine that takes a while.
func isDying(pid int) bool {
	const exiting, killed = 0x4, 1 << (uint(syscall.SIGKILL) - 1) // PF_EXITING in linux/sched.h
	process := "/proc/" + strconv.Itoa(pid)
	stat := readStart(process+"/stat", 4096)
	words := strings.Fields(stat[strings.LastIndexByte(stat, ')')+1:])
	if len(words) > 6 {
		if flags, err := strconv.ParseUint(words[6], 10, 64); err == nil && flags&exiting != 0 {
			return true
		}
	}
	_, after, _ := strings.Cut(readStart(process+"/status", 8192), "\nSigPnd:")
	line, _, _ := strings.Cut(after, "\n")
	pending, err := strconv.ParseUint(strings.TrimSpace(line), 16, 64)
	return err == nil && pending&killed != 0
}
