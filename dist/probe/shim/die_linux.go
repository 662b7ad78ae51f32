package main

import (
	"runtime"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// dieOf ends the shim by a signal, silently. The Go runtime would print a trace for SIGSEGV, SIGABRT and their like, and
// os/signal cannot take its handler away, so the kernel is asked directly. The one core worth keeping is the child's.
// It returns only if the signal did not arrive.
func dieOf(number int) {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_CORE, &limit) == nil {
		limit.Cur = 0
		_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &limit)
	}
	// A core_pattern that pipes to a program ignores the limit, but not this.
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_DUMPABLE, 0, 0)

	// All zeros is SIG_DFL, no flags, empty mask in the sigaction of every architecture. A signal set has 64 bits, on
	// MIPS 128, where SIG_UNBLOCK is another number too.
	var action [64]byte
	setBytes, unblock := uintptr(8), uintptr(1)
	if strings.HasPrefix(runtime.GOARCH, "mips") {
		setBytes, unblock = 16, 2
	}
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(number), uintptr(unsafe.Pointer(&action)), 0, setBytes, 0, 0)
	var all [16]byte
	for i := range all {
		all[i] = 0xff
	}
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGPROCMASK, unblock, uintptr(unsafe.Pointer(&all)), 0, setBytes, 0, 0)
	_ = syscall.Kill(syscall.Getpid(), syscall.Signal(number))
	time.Sleep(100 * time.Millisecond)
}
