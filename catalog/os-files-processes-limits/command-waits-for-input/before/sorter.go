//go:build unix

// Package sorter sorts lines with a program.
package sorter

import (
	"bytes"
	"io"
	"os/exec"
)

func Sort(lines string) (string, error) {
	cmd := exec.Command("/bin/sh", "-c", "exec sort")
	var sorted bytes.Buffer
	cmd.Stdout = &sorted
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	if _, err := io.WriteString(stdin, lines); err != nil {
		return "", err
	}
	// Without a Close the pipe stays open until Wait, which waits.
	pending = stdin
	err = cmd.Wait() //crash:blame
	return sorted.String(), err
}

var pending io.Closer
