//go:build unix

// Package site builds a site with a command.
package site

import (
	"os/exec"
)

func Build() string {
	cmd := exec.Command("/bin/sh", "-c", "echo built")
	cmd.Dir = "build/out"
	output, err := cmd.Output()
	if err != nil {
		panic(err) //crash:blame
	}
	return string(output)
}
