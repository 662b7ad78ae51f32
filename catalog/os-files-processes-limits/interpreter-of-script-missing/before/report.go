//go:build unix

// Package report runs scripts that write reports.
package report

import "os/exec"

func Run(script string) string {
	output, err := exec.Command(script).Output()
	if err != nil {
		panic(err) //crash:blame
	}
	return string(output)
}
