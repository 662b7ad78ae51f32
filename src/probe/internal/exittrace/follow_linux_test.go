//go:build amd64 || arm64

package exittrace

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// built compiles a program, as go test does: without symbols and debugging information.
func built(t *testing.T, files map[string]string, environment string, flags ...string) string {
	t.Helper()
	folder := t.TempDir()
	files["go.mod"] = "module example.com/exits\n\ngo 1.21\n"
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "program")
	command := exec.Command("go", append([]string{"build", "-ldflags=-s -w", "-o", path}, flags...)...)
	command.Dir = folder
	command.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", environment)
	if text, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%s", text)
	}
	return path
}

func goProgram(t *testing.T, environment string, flags ...string) string {
	t.Helper()
	return built(t, map[string]string{"main.go": exits}, environment, flags...)
}

func needsC(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("needs a C compiler: gcc is not installed")
	}
}

// traced runs a program to its end.
func traced(t *testing.T, path string, args ...string) Trace {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if problem := Refusal(); problem != "" {
		t.Skip(problem)
	}
	process, err := os.StartProcess(path, append([]string{path}, args...), &os.ProcAttr{Sys: &syscall.SysProcAttr{Ptrace: true, Pdeathsig: syscall.SIGKILL}})
	if err != nil {
		t.Fatal(err)
	}
	atDeath := 0
	trace, status, _, err := Follow(process.Pid, path, func() {
		atDeath++
		if err := syscall.Kill(process.Pid, 0); err != nil {
			t.Error("it was reaped already:", err)
		}
	})
	if err != nil || atDeath != 1 || !trace.Supported || trace.Method != Method || trace.Schema != 1 {
		t.Fatalf("%v, called %d times, %+v", err, atDeath, trace)
	}
	if trace.ExitCode != nil && *trace.ExitCode != status.ExitStatus() {
		t.Errorf("exit code %d, but it ended with %d", *trace.ExitCode, status.ExitStatus())
	}
	return trace
}

// leaves are all ways in which the program calls exit: how a way begins its stack, from the inside, and the function on the
// line that bears its name.
var leaves = []struct {
	name, begin, function string
	code                  int
}{
	{"exit", "runtime.exit syscall.Exit os.Exit", "main.main", 3},
	{"init", "runtime.exit syscall.Exit os.Exit", "main.init.func1", 2},
	{"method", "runtime.exit syscall.Exit os.Exit", "main.bomb.explode", 6},
	{"inlined", "runtime.exit syscall.Exit os.Exit", "main.inlined", 4},
	{"goroutine", "runtime.exit syscall.Exit os.Exit", "main.inGoroutine", 5},
	{"deferred", "runtime.exit syscall.Exit os.Exit runtime.gopanic", "main.main", 7},
	{"fatal", "runtime.exit syscall.Exit os.Exit log.Fatal", "main.main", 1},
	{"syscall", "runtime.exit syscall.Exit", "main.main", 8},
	{"raw", "", "main.main", 9},
	{"children", "runtime.exit syscall.Exit os.Exit", "main.main", 10},
	{"busy", "runtime.exit syscall.Exit os.Exit", "main.main", 11},
	{"stopped", "runtime.exit syscall.Exit os.Exit", "main.main", 12},
	{"signals", "runtime.exit syscall.Exit os.Exit", "main.main", 13},
}

// checkLeave compares a trace with the program's text.
func checkLeave(t *testing.T, trace Trace, source, name, begin, function string, code int) {
	t.Helper()
	if trace.Problem != nil || trace.ExitCode == nil || *trace.ExitCode != code {
		t.Fatalf("%+v", trace)
	}
	var stack []string
	for _, frame := range trace.Frames {
		stack = append(stack, frame.Function)
		if frame.Function == function && strings.Contains(lineOf(source, frame.Line), "// "+name) {
			if !strings.HasPrefix(strings.Join(stack, " "), begin) {
				t.Errorf("the stack begins with %v", stack)
			}
			return
		}
	}
	t.Errorf("%s is not on the stack: %+v", function, trace.Frames)
}

func lineOf(source string, line int) string {
	lines := strings.Split(source, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	return lines[line-1]
}

func TestWhoCalledExit(t *testing.T) {
	program := goProgram(t, "CGO_ENABLED=0")
	for _, row := range leaves {
		t.Run(row.name, func(t *testing.T) {
			checkLeave(t, traced(t, program, row.name), exits, row.name, row.begin, row.function, row.code)
		})
	}
}

func TestTheStackIsPrintedAsTheRuntimeDoes(t *testing.T) {
	trace := traced(t, goProgram(t, "CGO_ENABLED=0"), "goroutine")
	text := *trace.Goroutine
	lines := strings.Split(strings.TrimSpace(text), "\n")
	creation := lines[len(lines)-2]
	if !strings.HasPrefix(text, "goroutine ") || !strings.HasSuffix(lines[0], " [running]:") || lines[0] == "goroutine 0 [running]:" ||
		!strings.Contains(text, "\nmain.inGoroutine(...)\n\t") || creation != "created by main.main in goroutine 1" {
		t.Error(text)
	}
	var line int
	_, after, _ := strings.Cut(lines[len(lines)-1], "main.go:")
	for _, digit := range after {
		line = line*10 + int(digit-'0')
	}
	if !strings.Contains(lineOf(exits, line), "// created") {
		t.Error(text)
	}
}

func TestAStackIsBounded(t *testing.T) {
	if trace := traced(t, goProgram(t, "CGO_ENABLED=0"), "inlined"); len(trace.Frames) != maxFrames {
		t.Errorf("%d frames of more than 100", len(trace.Frames))
	}
}

func TestEndsThatNobodyCalled(t *testing.T) {
	program := goProgram(t, "CGO_ENABLED=0")
	trace := traced(t, program, "killed")
	if trace.ExitCode != nil || len(trace.Frames) != 0 || *trace.Problem != "nothing called exit: the process was ended by signal 9 (killed)" {
		t.Errorf("%+v %s", trace, *trace.Problem)
	}
	// The runtime itself ends a program that panics.
	if trace = traced(t, program, "panic"); *trace.ExitCode != 2 || trace.Frames[1].Function != "runtime.fatalpanic.func2" {
		t.Errorf("%+v", trace)
	}
	if trace = traced(t, program, "other"); *trace.ExitCode != 14 || !strings.HasPrefix(*trace.Problem, "it was not "+program) || !strings.HasSuffix(*trace.Problem, "sh") {
		t.Errorf("%+v", trace)
	}
}

func TestExitInC(t *testing.T) {
	needsC(t)
	for _, flags := range [][]string{nil, {"-buildmode=pie"}} {
		program := built(t, map[string]string{"main.go": cExits, "back.c": cBack}, "CGO_ENABLED=1", flags...)
		checkLeave(t, traced(t, program, "leave"), cExits, "leave", "C code runtime.cgocall main._Cfunc_leave", "main.leave", 21)
		checkLeave(t, traced(t, program, "fork"), cExits, "fork", "C code runtime.cgocall main._Cfunc_forkAndLeave", "main.main", 22)
		checkLeave(t, traced(t, program, "back"), cExits, "back", "runtime.exit syscall.Exit os.Exit", "main.back", 24)
		trace := traced(t, program, "thread")
		if *trace.ExitCode != 23 || len(trace.Frames) != 1 || !strings.Contains(trace.Frames[0].File, "libc") || trace.Problem == nil {
			t.Errorf("%+v", trace)
		}
	}
}

func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	other := filepath.Join(folder, "other")
	if err := os.WriteFile(filepath.Join(folder, "main.go"), []byte("package main\n\nfunc main() {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", other, filepath.Join(folder, "main.go"))
	build.Env = append(os.Environ(), "GOARCH=386", "CGO_ENABLED=0")
	if text, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s", text)
	}
	if problem := RefusalOf(other); !strings.Contains(problem, "another processor (EM_386)") {
		t.Error(problem)
	}
	if problem := RefusalOf(os.Args[0]); problem != "" {
		t.Error(problem)
	}
}
