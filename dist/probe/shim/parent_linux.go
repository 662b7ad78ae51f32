package main

import (
	"os"
	"syscall"
)

// followParent asks the kernel for SIGTERM at the parent's end. Whether a SIGTERM means that is told by the parent's
// process id, which also covers a parent that ended before the question was put.
func (w *watch) followParent(child *os.Process) {
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_PDEATHSIG, uintptr(syscall.SIGTERM), 0)
	w.checkParent(child)
}
