//go:build unix

// Package vcs asks a version control program.
package vcs

import (
	"errors"
	"fmt"
	"os/exec"
)

// Program is run with the name of a branch behind it.
var Program = []string{"/bin/sh", "-c", `test "$0" = main || { echo "unknown branch $0" >&2; exit 2; }; echo 4711`}

func Revision(branch string) (string, error) {
	output, err := exec.Command(Program[0], append(Program[1:], branch)...).Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", fmt.Errorf("revision of %s: %w: %s", branch, err, failed.Stderr)
	}
	if err != nil {
		return "", err
	}
	return string(output), nil
}
