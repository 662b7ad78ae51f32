package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"go-crash-guard/probe/internal/exittrace"
)

// init makes this binary, where the variable asks for it, become its arguments in a sandbox without ptrace.
func init() {
	if os.Getenv("SHIM_TEST_SANDBOX") == "" {
		return
	}
	_ = os.Unsetenv("SHIM_TEST_SANDBOX")
	forbidPtrace()
	panic(syscall.Exec(os.Args[1], os.Args[1:], os.Environ()))
}

// forbidPtrace has ptrace fail with EPERM, as the profile of a container may (linux/seccomp.h, linux/filter.h).
func forbidPtrace() {
	const setNoNewPrivs, setModeFilter, allThreads = 38, 1, 1
	const load, jumpIfEqual, result, refuse, allow = 0x20, 0x15, 0x06, 0x50000 | uint32(syscall.EPERM), 0x7fff0000
	seccomp := map[string]uintptr{"amd64": 317, "arm64": 277}[runtime.GOARCH]
	rules := []syscall.SockFilter{{Code: load}, {Code: jumpIfEqual, Jf: 1, K: syscall.SYS_PTRACE}, {Code: result, K: refuse}, {Code: result, K: allow}}
	program := syscall.SockFprog{Len: uint16(len(rules)), Filter: &rules[0]}
	if _, _, err := syscall.RawSyscall6(syscall.SYS_PRCTL, setNoNewPrivs, 1, 0, 0, 0, 0); err != 0 {
		panic(err)
	}
	if _, _, err := syscall.RawSyscall(seccomp, setModeFilter, allThreads, uintptr(unsafe.Pointer(&program))); err != 0 {
		panic(err)
	}
}

// diagnosed runs the test binary in a role and a mode; go test must see nothing of it and success.
func (w *world) diagnosed(t *testing.T, mode, role string, args ...string) {
	t.Helper()
	w.settings.Diagnose = mode
	if ended := w.run(t, role, args...); ended.stdout != "" || ended.stderr != "" || ended.status != 0 {
		t.Fatalf("%+v", ended)
	}
}

func (w *world) text(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(w.out(), "attempt-1", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const leaving = `package a

import (
	"fmt"
	"os"
	"testing"
)

func leave(code int) { os.Exit(code) } // here

func TestLeaves(t *testing.T) {
	fmt.Println("leaving")
	t.Run("sub", func(*testing.T) { leave(7) })
}
`

func TestDiagnoseExitBelowGoTest(t *testing.T) {
	w := newWorld(t)
	w.settings.TestLog, w.settings.HeapProfile, w.settings.Store = true, true, filepath.Join(t.TempDir(), "store")
	w.settings.Diagnose = "exit"
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", leaving)
	for attempt := 1; attempt <= 2; attempt++ {
		if got := w.goTest(t, "."); !strings.HasPrefix(got, "ok  \t") || strings.Contains(got, "leaving") || strings.Contains(got, "cached") {
			t.Fatal(got)
		}
	}
	if got := names(t, w.out(), "attempt-2"); got != "agent.conf diagnose.json diagnose.txt end.json exit-trace.json start.json usage.csv" {
		t.Error(got)
	}
	if _, err := os.Stat(w.settings.Store); err == nil {
		t.Error("a diagnosis was stored")
	}
	if text := w.text(t, "diagnose.txt"); !strings.Contains(text, "leaving\n") {
		t.Error(text)
	}
	if start := read[startRecord](t, w.out(), "attempt-1", "start.json"); start.Diagnose != "exit" {
		t.Errorf("%+v", start)
	}
	end := read[endRecord](t, w.out(), "attempt-1", "end.json")
	trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json")
	if *end.ExitCode != 7 || end.MaxRssBytes == 0 || end.Evidence.Pids != nil && len(end.Evidence.Pids.After) == 0 || *trace.ExitCode != 7 {
		t.Errorf("%+v %+v", end, trace)
	}
	var stack []string
	for _, frame := range trace.Frames {
		stack = append(stack, frame.Function)
	}
	const wanted = "runtime.exit syscall.Exit os.Exit example.com/m/a.leave example.com/m/a.TestLeaves.func1 testing.tRunner"
	if got := strings.Join(stack, " "); got != wanted || trace.Frames[3].File != filepath.Join(w.folder, "a_test.go") || trace.Frames[3].Line != 9 {
		t.Errorf("%s: %+v", got, trace.Frames)
	}
}

func TestDiagnoseExitEndsWithTheTestsOwnTimeout(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "exit"
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", "package a\n\nimport \"testing\"\n\nfunc TestHangs(*testing.T) { select {} }\n")
	if got := w.goTest(t, "-timeout", "200ms", "."); !strings.HasPrefix(got, "ok") {
		t.Fatal(got)
	}
	trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json")
	if *trace.ExitCode != 2 || trace.Frames[1].Function != "runtime.fatalpanic.func2" {
		t.Errorf("%+v", trace)
	}
	if text := w.text(t, "diagnose.txt"); !strings.Contains(text, "panic: test timed out after 200ms") {
		t.Error(text)
	}
}

func TestDiagnoseExitWhereNothingCanBeTraced(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "exit"
	command := w.command(t, "exit 3", shimPath, os.Args[0])
	command.Path, command.Args[0] = os.Args[0], os.Args[0]
	command.Env = append(command.Env, "SHIM_TEST_SANDBOX=1")
	if ended := finish(command); ended.status != 0 || ended.stdout+ended.stderr != "" {
		t.Fatalf("%+v", ended)
	}
	trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json")
	if trace.Supported || trace.Problem == nil || !strings.Contains(*trace.Problem, "operation not permitted") {
		t.Errorf("%+v", trace)
	}
	if got := names(t, w.out(), "attempt-1"); got != "diagnose.json exit-trace.json" {
		t.Error(got)
	}
}

func TestDiagnoseExitOfABinaryThatCannotStart(t *testing.T) {
	w := newWorld(t)
	w.diagnosed(t, "exit", "exit 0", filepath.Join(w.folder, "missing"))
	end := read[endRecord](t, w.out(), "attempt-1", "end.json")
	trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json")
	if end.StartError == nil || *end.Evidence.Errno != "ENOENT" || *trace.Problem != "the test binary could not be started" {
		t.Errorf("%+v %+v", end, trace)
	}
}

func TestTheTracedBinaryDiesWithTheShim(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "exit"
	command := w.command(t, "sleep", os.Args[0])
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(w.out(), "attempt-1", "start.json")
	eventually(t, "the child runs", func() bool { _, err := os.Stat(path); return err == nil })
	_ = command.Process.Kill()
	_ = command.Wait()
	pid := read[startRecord](t, path).Pid
	eventually(t, "the test binary ends", func() bool { return gone(pid) })
}

func TestSignalsReachTheTracedBinary(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "exit"
	command := w.command(t, "sleep", os.Args[0])
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(w.out(), "attempt-1", "start.json")
	eventually(t, "the child runs", func() bool { _, err := os.Stat(path); return err == nil })
	_ = command.Process.Signal(syscall.SIGTERM)
	_ = command.Wait()
	end := read[endRecord](t, w.out(), "attempt-1", "end.json")
	trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json")
	if *end.Signal != "SIGTERM" || strings.Join(end.ForwardedSignals, " ") != "SIGTERM" || !strings.Contains(*trace.Problem, "signal 15") {
		t.Errorf("%+v %+v", end, trace)
	}
}

func TestDiagnosisDoesNotWaitForWhatTheTestsLeftBehind(t *testing.T) {
	w := newWorld(t)
	w.diagnosed(t, "exit", "", "/bin/sh", "-c", "echo before; sleep 60 & echo $! >left; exit 3")
	text, err := os.ReadFile(filepath.Join(w.folder, "left"))
	if err != nil {
		t.Fatal(err)
	}
	left, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	if gone(left) {
		t.Error("it waited for the end of what was left behind")
	}
	_ = syscall.Kill(left, syscall.SIGKILL)
	if text := w.text(t, "diagnose.txt"); !strings.HasSuffix(text, "before\n") {
		t.Error(text)
	}
}

func TestAModeThatIsNotKnown(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "magic"
	if ended := w.run(t, "exit 0", os.Args[0]); ended.status.ExitStatus() != failed {
		t.Errorf("%+v", ended)
	}
	if text := w.text(t, "shim-problems.txt"); !strings.Contains(text, `"magic"`) {
		t.Error(text)
	}
}

func TestDiagnoseExitBelowTheUsersOwnCommand(t *testing.T) {
	w := newWorld(t)
	w.diagnosed(t, "exit", "exit 3", "-wrap", "1", "env", os.Args[0])
	if trace := read[exittrace.Trace](t, w.out(), "attempt-1", "exit-trace.json"); *trace.ExitCode != 3 || trace.Frames[2].Function != "os.Exit" {
		t.Errorf("%+v", trace)
	}
	// A command that waits for the binary is the one that exits; the stack of its own would answer another question.
	w.diagnosed(t, "exit", "exit 3", "-wrap", "4", "sh", "-c", `"$@"; exit 5`, "sh", os.Args[0])
	trace := read[exittrace.Trace](t, w.out(), "attempt-2", "exit-trace.json")
	if *trace.ExitCode != 5 || len(trace.Frames) > 0 || !strings.Contains(*trace.Problem, "sh") {
		t.Errorf("%+v", trace)
	}
}
