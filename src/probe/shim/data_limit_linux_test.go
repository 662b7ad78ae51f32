package main

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

const dataLimitedVariable = "SHIM_TEST_DATA_LIMITED"

func TestDataLimitEndsEachProcessForItself(t *testing.T) {
	switch os.Getenv(dataLimitedVariable) {
	case "parent":
		if err := limitData(256 << 20); err != nil {
			t.Fatal(err)
		}
		child := exec.Command(os.Args[0], "-test.run=^TestDataLimitEndsEachProcessForItself$")
		child.Env = append(os.Environ(), dataLimitedVariable+"=child")
		text, err := child.CombinedOutput()
		var left *exec.ExitError
		if !errors.As(err, &left) || left.ExitCode() != 2 || !strings.Contains(string(text), "out of memory") {
			t.Fatalf("%v: %.2000s", err, text)
		}
		return
	case "child":
		for kept := [][]byte{}; len(kept) < 1024; {
			kept = append(kept, make([]byte, 1<<20))
		}
		return
	}
	// In a process of its own: the limit stays.
	parent := exec.Command(os.Args[0], "-test.run=^TestDataLimitEndsEachProcessForItself$")
	parent.Env = append(os.Environ(), dataLimitedVariable+"=parent")
	if text, err := parent.CombinedOutput(); err != nil {
		t.Fatalf("%v: %.2000s", err, text)
	}
}

func TestNoDataLimitIsRaised(t *testing.T) {
	if err := limitData(0); err != nil {
		t.Fatal(err)
	}
}
