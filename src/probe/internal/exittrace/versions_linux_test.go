//go:build amd64 || arm64

package exittrace

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Layouts have changed in Go 1.23 (g), 1.26 (the table's header, g) and 1.27 (moduledata).
var versions = []string{"go1.21.13", "go1.22.12", "go1.23.12", "go1.24.9", "go1.27.3"}

// fetched reports whether the go command has a toolchain already: fetching is not for this test.
func fetched(t *testing.T, version string) bool {
	t.Helper()
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	name := "toolchain@v0.0.1-" + version + ".linux-" + runtime.GOARCH
	_, err = os.Stat(filepath.Join(strings.TrimSpace(string(cache)), "golang.org", name))
	return err == nil
}

func TestProgramsOfOtherGoVersions(t *testing.T) {
	for _, version := range versions {
		t.Run(version, func(t *testing.T) {
			if !fetched(t, version) {
				t.Skip(version + " is not there: GOTOOLCHAIN=" + version + " go version fetches it")
			}
			t.Setenv("CGO_ENABLED", "0")
			checkWays(t, goProgram(t, "GOTOOLCHAIN="+version))
		})
	}
}

// checkWays tries a way with inlined functions, and one whose goroutine has an origin.
func checkWays(t *testing.T, program string) {
	t.Helper()
	checkLeave(t, traced(t, program, "inlined"), exits, "inlined", "", "main.inlined", 4)
	trace := traced(t, program, "goroutine")
	checkLeave(t, trace, exits, "goroutine", "", "main.inGoroutine", 5)
	if text := *trace.Goroutine; !strings.Contains(text, "\ncreated by main.main in goroutine 1\n") || strings.HasPrefix(text, "goroutine 0 ") {
		t.Error(text)
	}
}

func TestPrograms(t *testing.T) {
	t.Run("that can be loaded anywhere", func(t *testing.T) {
		checkWays(t, goProgram(t, "CGO_ENABLED=0", "-buildmode=pie"))
	})
	t.Run("with symbols", func(t *testing.T) {
		checkWays(t, goProgram(t, "CGO_ENABLED=0", "-ldflags="))
	})
	t.Run("with the race detector", func(t *testing.T) {
		needsC(t)
		checkWays(t, goProgram(t, "CGO_ENABLED=1", "-race"))
	})
	t.Run("with C, linked by the C compiler", func(t *testing.T) {
		needsC(t)
		checkWays(t, goProgram(t, "CGO_ENABLED=1", "-ldflags=-s -w -linkmode=external"))
	})
}

func TestExitInCWithOtherGoVersions(t *testing.T) {
	needsC(t)
	for _, version := range []string{"go1.21.13", "go1.24.9"} {
		t.Run(version, func(t *testing.T) {
			if !fetched(t, version) {
				t.Skip(version + " is not there: GOTOOLCHAIN=" + version + " go version fetches it")
			}
			t.Setenv("CGO_ENABLED", "1")
			// gcc's linker then puts the table together with other data.
			program := built(t, map[string]string{"main.go": cExits, "back.c": cBack}, "GOTOOLCHAIN="+version, "-buildmode=pie")
			checkLeave(t, traced(t, program, "leave"), cExits, "leave", "C code runtime.cgocall main._Cfunc_leave", "main.leave", 21)
		})
	}
}
