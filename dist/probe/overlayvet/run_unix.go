//go:build unix

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// run becomes the command; it returns only when that fails.
func run(command []string) error {
	path, err := exec.LookPath(command[0])
	if err != nil {
		return err
	}
	return syscall.Exec(path, command, os.Environ())
}
