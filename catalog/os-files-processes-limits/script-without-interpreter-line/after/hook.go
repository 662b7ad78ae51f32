//go:build unix

// Package hook runs hooks.
package hook

import "os/exec"

func Run(path string) string {
	output, err := exec.Command("/bin/sh", path).Output()
	if err != nil {
		panic(err)
	}
	return string(output)
}
