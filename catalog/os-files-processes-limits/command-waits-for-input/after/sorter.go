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
	if err := stdin.Close(); err != nil {
		return "", err
	}
	err = cmd.Wait()
	return sorted.String(), err
}
