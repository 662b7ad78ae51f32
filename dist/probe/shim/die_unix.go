//go:build unix && !linux

package main

import (
	"os/signal"
	"syscall"
	"time"
)

// dieOf ends the shim by a signal whose default action the Go runtime gives back. For the others it returns, since their
// handler would print a trace of the shim.
func dieOf(number int) {
	switch wanted := syscall.Signal(number); wanted {
	case syscall.SIGKILL, syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP:
		signal.Reset(wanted)
		_ = syscall.Kill(syscall.Getpid(), wanted)
		time.Sleep(100 * time.Millisecond)
	}
}
