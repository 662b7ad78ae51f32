//go:build amd64 || arm64

package exittrace

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

func lastThreadProgram(t *testing.T) string {
	t.Helper()
	needsC(t)
	folder := t.TempDir()
	source, program := filepath.Join(folder, "last.c"), filepath.Join(folder, "last")
	if err := os.WriteFile(source, []byte(lastThread), 0o644); err != nil {
		t.Fatal(err)
	}
	if text, err := exec.Command("gcc", "-o", program, source, "-lpthread").CombinedOutput(); err != nil {
		t.Fatalf("%s", text)
	}
	return program
}

func checkLast(t *testing.T, trace Trace) {
	t.Helper()
	// Kernels differ in whose code they report: the first thread's or the last one's.
	if code := trace.ExitCode; code == nil || *code != 31 && *code != 1 || *trace.Problem != errNoModule.Error() {
		t.Errorf("%+v", trace)
	}
}

func TestThreadsThatLeaveOneByOne(t *testing.T) {
	checkLast(t, traced(t, lastThreadProgram(t)))
}

// The first thread is still on its way out when the last one leaves: it was let go on late, or gets no processor.
func TestThreadsThatLeaveAtTheSameTime(t *testing.T) {
	program := lastThreadProgram(t)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if problem := Refusal(); problem != "" {
		t.Skip(problem)
	}
	process, err := os.StartProcess(program, []string{program}, &os.ProcAttr{Sys: &syscall.SysProcAttr{Ptrace: true, Pdeathsig: syscall.SIGKILL}})
	if err != nil {
		t.Fatal(err)
	}
	f := newFollower(process.Pid, program)
	var leaving []int
	for len(leaving) < 2 {
		var status syscall.WaitStatus
		thread, err := syscall.Wait4(-1, &status, waitForTraced, nil)
		if err != nil || !status.Stopped() {
			t.Fatal(thread, status, err)
		}
		if int(status>>16) == eventExit {
			leaving = append(leaving, thread)
		} else {
			f.stopped(thread, status)
		}
	}
	for _, thread := range leaving {
		f.exiting(thread)
	}
	for _, thread := range leaving {
		_ = syscall.PtraceCont(thread, 0)
	}
	if _, _, err := f.run(func() {}); err != nil {
		t.Error(err)
	}
	checkLast(t, f.trace)
}
