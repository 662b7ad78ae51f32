//go:build !unix

package main

import (
	"errors"
	"os"
	"os/exec"
)

// run ends this process as the command ended; it returns only when the command cannot be started.
func run(command []string) error {
	tool := exec.Command(command[0], command[1:]...)
	tool.Stdin, tool.Stdout, tool.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := tool.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		return err
	}
	os.Exit(tool.ProcessState.ExitCode())
	return nil
}
