package main

import (
	"errors"
	"io/fs"
	"os/exec"
	"syscall"
)

// errnoName names the reason of a failed start, "ENOEXEC", or is nil when the system gave none.
func errnoName(err error) *string {
	var number syscall.Errno
	var name string
	switch {
	case errors.As(err, &number):
		name = nameOf(number)
	case errors.Is(err, exec.ErrNotFound):
		name = "ENOENT"
	case errors.Is(err, fs.ErrPermission): // found by looking at the file's mode
		name = "EACCES"
	}
	if name == "" {
		return nil
	}
	return &name
}
