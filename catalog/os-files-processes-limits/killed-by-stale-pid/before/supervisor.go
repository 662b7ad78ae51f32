//go:build unix

// Package supervisor replaces workers.
package supervisor

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"syscall"
)

var ErrStale = errors.New("supervisor: stale pid file")

// StopOld ends the worker that a pid file names.
func StopOld(pidFile string) error {
	text, err := os.ReadFile(pidFile)
	if err != nil {
		return err
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 1 {
		return ErrStale
	}
	return syscall.Kill(pid, syscall.SIGKILL)
}
