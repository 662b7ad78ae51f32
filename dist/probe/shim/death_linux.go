package main

import (
	"os"
	"syscall"
	"unsafe"

	"go-crash-guard/probe/internal/ending"
)

// awaitDeath waits for the child and calls atDeath when it has ended and is not yet reaped: until then its process id is
// its own and its control group is still there.
func awaitDeath(child *os.Process, atDeath func()) (ending.Ending, error) {
	const byPid, exited, leave = 1, 4, 0x1000000 // P_PID, WEXITED, WNOWAIT (linux/wait.h)
	var info [128]byte                           // siginfo_t of every architecture
	for {
		_, _, err := syscall.Syscall6(syscall.SYS_WAITID, byPid, uintptr(child.Pid), uintptr(unsafe.Pointer(&info)), exited|leave, 0, 0)
		if err != syscall.EINTR {
			break
		}
	}
	atDeath()
	return reap(child)
}
