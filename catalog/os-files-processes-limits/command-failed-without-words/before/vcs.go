//go:build unix

// Package vcs asks a version control program.
package vcs

import (
	"os/exec"
)

// Program is run with the name of a branch behind it.
var Program = []string{"/bin/sh", "-c", `test "$0" = main || { echo "unknown branch $0" >&2; exit 2; }; echo 4711`}

func Revision(branch string) (string, error) {
	output, err := exec.Command(Program[0], append(Program[1:], branch)...).Output()
	if err != nil {
		panic(err) //crash:blame
	}
	return string(output), nil
}
