//go:build unix

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

const passing = `package a

import (
	"os"
	"testing"
)

func TestReads(t *testing.T) {
	if _, err := os.ReadFile("input.txt"); err != nil {
		t.Fatal(err)
	}
}
`

// goTest runs go test with the shim on a module of its own.
func (w *world) goTest(t *testing.T, args ...string) string {
	t.Helper()
	text, err := json.Marshal(w.settings)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(w.json, text, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", append([]string{"test", "-v", "-exec", shimPath}, args...)...)
	command.Dir = w.folder
	command.Env = append(os.Environ(), settingsVariable+"="+w.json, "GOWORK=off")
	output, _ := command.CombinedOutput()
	return string(output)
}

func (w *world) file(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(w.folder, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	// go test trusts no file that has changed within the last two seconds.
	w.age -= time.Minute
	if err := os.Chtimes(path, time.Now(), time.Now().Add(w.age)); err != nil {
		t.Fatal(err)
	}
}

func TestGoTestCachesBelowTheShim(t *testing.T) {
	w := newWorld(t)
	w.settings.TestLog, w.settings.HeapProfile, w.settings.MemProfileRate = true, true, 512
	w.settings.Store = filepath.Join(t.TempDir(), "store")
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", passing)
	w.file(t, "input.txt", "one")
	marker := regexp.MustCompile(`(?m)^crash-guard: record ([0-9a-f]{32})$`)

	first := w.goTest(t, ".")
	if strings.Contains(first, "(cached)") || !strings.Contains(first, "--- PASS: TestReads") {
		t.Fatal(first)
	}
	id := marker.FindStringSubmatch(first)[1]
	// What varies from run to run lies in the file, not in the command's text.
	w.settings.Run = "cd34"
	second := w.goTest(t, ".")
	if !strings.Contains(second, "(cached)") || marker.FindStringSubmatch(second)[1] != id {
		t.Fatalf("not replayed:\n%s\nafter\n%s", second, first)
	}
	if got := names(t, w.settings.Store, id); got != "end.json heap.pprof start.json" {
		t.Error(got)
	}
	if got := names(t, w.out()); got != "attempt-1" {
		t.Errorf("a cached result starts nothing, but there is %s", got)
	}
	w.file(t, "input.txt", "another")
	if third := w.goTest(t, "."); strings.Contains(third, "(cached)") {
		t.Error("the file that the test reads has changed:\n" + third)
	}
	if got := names(t, w.folder); got != "a_test.go go.mod input.txt" {
		t.Errorf("left in the package: %s", got)
	}
}

func TestGoTestReportsACrashBelowTheShim(t *testing.T) {
	w := newWorld(t)
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", "package a\n\nimport (\n\t\"syscall\"\n\t\"testing\"\n)\n\nfunc TestDies(*testing.T) { _ = syscall.Kill(syscall.Getpid(), syscall.SIGKILL); select {} }\n")
	if got := w.goTest(t, "."); !strings.Contains(got, "signal: killed") {
		t.Error(got)
	}
}

func TestGoTestsOwnTimeoutReachesTheBinary(t *testing.T) {
	w := newWorld(t)
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", "package a\n\nimport \"testing\"\n\nfunc TestHangs(*testing.T) { select {} }\n")
	if got := w.goTest(t, "-timeout", "200ms", "."); !strings.Contains(got, "panic: test timed out after 200ms") {
		t.Error(got)
	}
}
