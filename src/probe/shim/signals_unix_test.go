//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func decimal(number int) string { return strconv.Itoa(number) }

// names lists a folder in one string.
func names(t *testing.T, path ...string) string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(path...))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	return strings.Join(found, " ")
}

// startUntilReady starts a command and returns the child's process id, printed when it is ready, and the rest of the output.
func startUntilReady(t *testing.T, command *exec.Cmd) (pid int, rest *bufio.Scanner) {
	t.Helper()
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = command.Process.Kill() })
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if _, err := fmt.Sscanf(lines.Text(), "pid %d", &pid); err == nil {
			return pid, lines
		}
	}
	t.Fatal("the child did not start")
	return 0, nil
}

func TestSignalsAreForwarded(t *testing.T) {
	for _, sent := range []syscall.Signal{syscall.SIGTERM, syscall.SIGQUIT, syscall.SIGHUP, syscall.SIGUSR1, syscall.SIGUSR2} {
		t.Run(sent.String(), func(t *testing.T) {
			w := newWorld(t)
			command := w.command(t, "catch", os.Args[0])
			_, rest := startUntilReady(t, command)
			_ = command.Process.Signal(sent)
			rest.Scan()
			if got := rest.Text(); got != "got "+sent.String() {
				t.Errorf("the child %s", got)
			}
			if err := command.Wait(); err != nil {
				t.Errorf("the child exits with 0, the shim: %v", err)
			}
			record := read[endRecord](t, w.out(), "attempt-1", "end.json")
			if len(record.ForwardedSignals) != 1 || syscallNames[record.ForwardedSignals[0]] != sent {
				t.Error(record.ForwardedSignals)
			}
		})
	}
}

var syscallNames = map[string]syscall.Signal{
	"SIGTERM": syscall.SIGTERM, "SIGQUIT": syscall.SIGQUIT, "SIGHUP": syscall.SIGHUP, "SIGUSR1": syscall.SIGUSR1, "SIGUSR2": syscall.SIGUSR2,
}

func TestAForwardedSignalThatKillsTheChildEndsTheShimAlike(t *testing.T) {
	w := newWorld(t)
	command := w.command(t, "sleep", os.Args[0])
	startUntilReady(t, command)
	_ = command.Process.Signal(syscall.SIGTERM)
	_ = command.Wait()
	if status := command.ProcessState.Sys().(syscall.WaitStatus); status.Signal() != syscall.SIGTERM {
		t.Error(status)
	}
}

func TestTheShimOutlivesAnInterrupt(t *testing.T) {
	w := newWorld(t)
	command := w.command(t, "sleep", os.Args[0])
	pid, _ := startUntilReady(t, command)
	_ = command.Process.Signal(syscall.SIGINT)
	time.Sleep(100 * time.Millisecond)
	if gone(command.Process.Pid) || gone(pid) {
		t.Fatal("ended")
	}
	// The terminal sends it to the child as well.
	_ = syscall.Kill(pid, syscall.SIGINT)
	_ = command.Wait()
	if status := command.ProcessState.Sys().(syscall.WaitStatus); status.Signal() != syscall.SIGINT {
		t.Error(status)
	}
	if got := read[endRecord](t, w.out(), "attempt-1", "end.json").ForwardedSignals; len(got) != 0 {
		t.Error(got)
	}
}

func TestWhatIsIgnoredStaysIgnored(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs /proc")
	}
	w := newWorld(t)
	inner := w.command(t, "sleep", os.Args[0])
	// A shell that ignores SIGHUP, as nohup does.
	command := exec.Command("sh", "-c", `trap "" HUP; exec "$@"`, "sh", shimPath, "/bin/grep", "SigIgn", "/proc/self/status")
	command.Dir, command.Env = inner.Dir, inner.Env
	ended := finish(command)
	fields := strings.Fields(ended.stdout)
	mask, err := strconv.ParseUint(fields[len(fields)-1], 16, 64)
	if err != nil || mask&1 == 0 {
		t.Errorf("%q %v", ended.stdout, err)
	}
}

func TestTheBinaryDiesWithAKilledShim(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs the parent death signal")
	}
	command := newWorld(t).command(t, "sleep", os.Args[0])
	pid, _ := startUntilReady(t, command)
	_ = command.Process.Kill()
	_ = command.Wait()
	eventually(t, "the test binary ends", func() bool { return gone(pid) })
}

func TestTheBinaryIsKilledWhenGoTestIsGone(t *testing.T) {
	w := newWorld(t)
	inner := w.command(t, "sleep", os.Args[0])
	// The shell stands for go test; the extra command keeps it from becoming the shim by exec.
	command := exec.Command("sh", "-c", `"$@"; true`, "sh", shimPath, os.Args[0])
	command.Dir, command.Env = inner.Dir, inner.Env
	pid, _ := startUntilReady(t, command)
	_ = command.Process.Kill()
	_ = command.Wait()
	eventually(t, "the test binary ends", func() bool { return gone(pid) })
	end := filepath.Join(w.out(), "attempt-1", "end.json")
	eventually(t, "the end is recorded", func() bool { _, err := os.Stat(end); return err == nil })
	record := read[endRecord](t, end)
	if !record.ParentGone || record.Signal == nil || *record.Signal != "SIGKILL" {
		t.Errorf("%+v", record)
	}
	shim := read[startRecord](t, w.out(), "attempt-1", "start.json").ShimPid
	eventually(t, "the shim ends", func() bool { return gone(shim) })
}
