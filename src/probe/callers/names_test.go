package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// main.go:22 main.init.func1
var markLine = regexp.MustCompile(`^(\S+):(\d+) (\S+)$`)

// The program in testdata/names prints what its functions are called at run time.
func TestNamesAreThoseOfTheRuntime(t *testing.T) {
	folder, err := filepath.Abs(filepath.Join("testdata", "names"))
	if err != nil {
		t.Fatal(err)
	}
	// A literal that is inlined takes the name of where it is then.
	run := exec.Command("go", "run", "-gcflags=all=-l", ".")
	run.Dir, run.Stderr = folder, os.Stderr
	output, err := run.Output()
	if err != nil {
		t.Fatal(err)
	}
	program, err := load(request{Directory: folder, Patterns: []string{"./..."}})
	if err != nil {
		t.Fatal(err)
	}
	graph := program.graph()
	marks := 0
	for _, line := range strings.Split(strings.TrimSpace(string(output)), "\n") {
		match := markLine.FindStringSubmatch(line)
		if match == nil {
			t.Errorf("%q", line)
			continue
		}
		marks++
		number, _ := strconv.Atoi(match[2])
		targets, approximate := graph.find(request{Function: match[3]}, folder)
		if len(targets) != 1 || approximate {
			t.Errorf("%s: %d targets, approximate %v", line, len(targets), approximate)
			continue
		}
		around, _ := graph.find(request{File: match[1], Line: number}, folder)
		if strings.HasSuffix(match[3], ".init") {
			continue // It has no body of its own that could stand around a line.
		}
		if len(around) != 1 || around[0] != targets[0] {
			t.Errorf("%s: by name %s, by line %v", line, targets[0].declared.Function, around)
		}
	}
	if marks < 27 {
		t.Errorf("%d marks in\n%s", marks, output)
	}
}
