//go:build linux

// Package quiet keeps a library in C or Go from printing.
package quiet

import (
	"os"
	"syscall"
)

// Do runs a function and throws away what it prints to descriptor 1.
func Do(noisy func()) error {
	reader, writer, err := os.Pipe()
	if err != nil {
		return err
	}
	stdout, err := syscall.Dup(1)
	if err != nil {
		return err
	}
	defer syscall.Close(stdout)
	if err := syscall.Dup3(int(writer.Fd()), 1, 0); err != nil {
		return err
	}
	reader.Close()
	writer.Close()
	noisy()
	return syscall.Dup3(stdout, 1, 0)
}
