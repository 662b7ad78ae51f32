package main

import "syscall"

// childAttributes lets the kernel kill the test binary when the shim dies, however it dies.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}
