package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"go-crash-guard/probe/internal/ending"
)

const (
	coreFile   = "core"
	binaryFile = "pkg.test"
)

// worthABinary reports whether somebody may want to run the binary again, or to open it in a debugger: the process ended in
// another way than package testing ends it (0 and 1).
func worthABinary(end ending.Ending) bool {
	return end.SignalNumber != nil || end.ExitCode != nil && *end.ExitCode != 0 && *end.ExitCode != 1
}

// keepBinary leaves the test binary in the attempt's folder, since go test removes it. Most often it is a link, which costs
// no time. The supervisor removes all but a few when the run has ended.
func keepBinary(binary, dir string) error {
	path, err := exec.LookPath(binary)
	if err != nil {
		return err
	}
	target := filepath.Join(dir, binaryFile)
	if os.Link(path, target) == nil {
		return nil
	}
	err = copyFile(path, target)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err == nil {
		err = os.Chmod(target, 0o755)
	}
	if err != nil {
		os.Remove(target)
	}
	return err
}
