//go:build unix

// Package notes runs the tool that writes release notes.
package notes

import "os/exec"

func Write() string {
	text, err := exec.Command("./release-notes").Output()
	if err != nil {
		panic(err)
	}
	return string(text)
}
