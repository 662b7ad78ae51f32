//go:build unix

// Package hook runs hooks.
package hook

import "os/exec"

func Run(path string) string {
	output, err := exec.Command(path).Output()
	if err != nil {
		panic(err) //crash:blame
	}
	return string(output)
}
