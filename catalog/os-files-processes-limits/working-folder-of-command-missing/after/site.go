//go:build unix

// Package site builds a site with a command.
package site

import (
	"os"
	"os/exec"
)

func Build() string {
	cmd := exec.Command("/bin/sh", "-c", "echo built")
	cmd.Dir = "build/out"
	if err := os.MkdirAll(cmd.Dir, 0o755); err != nil {
		panic(err)
	}
	output, err := cmd.Output()
	if err != nil {
		panic(err)
	}
	return string(output)
}
