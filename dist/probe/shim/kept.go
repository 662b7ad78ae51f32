package main

import (
	"errors"
	"fmt"
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

// Which binaries somebody may want to run again, or to open in a debugger.
const (
	keepDied   = ""       // where the process ended in another way than package testing ends it (0 and 1)
	keepFailed = "failed" // where it ended in another way than 0
	keepAll    = "all"
	keepNone   = "none"
	keepOnly   = "only" // nothing is run: the binary is kept, in the package's folder
)

// keepAlone leaves the binary where a further run looks for it.
func keepAlone(c call, p place) departure {
	if p.Dir == "" {
		return departure{code: failed}
	}
	if err := os.MkdirAll(p.Dir, 0o755); err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
		return departure{code: failed}
	}
	if err := keepBinary(c.binary, p.Dir); err != nil && !errors.Is(err, fs.ErrExist) {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
		return departure{code: failed}
	}
	return departure{}
}

func worthABinary(keep string, end ending.Ending) bool {
	code := -1
	if end.ExitCode != nil {
		code = *end.ExitCode
	}
	switch keep {
	case keepNone:
		return false
	case keepAll:
		return true
	case keepFailed:
		return code != 0
	}
	return code != 0 && code != 1
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
