//go:build unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

var marker = regexp.MustCompile(`^crash-guard: record ([0-9a-f]{32})\n`)

func TestTheShimEndsAsTheBinaryDid(t *testing.T) {
	for _, row := range []struct {
		role   string
		code   int
		signal syscall.Signal
		name   string
	}{
		{role: "exit 0", code: 0},
		{role: "exit 1", code: 1},
		{role: "exit 2", code: 2},
		{role: "exit 3", code: 3},
		{role: "exit 255", code: 255},
		{role: "die 9", signal: syscall.SIGKILL, name: "SIGKILL"},
		{role: "die 15", signal: syscall.SIGTERM, name: "SIGTERM"},
		{role: "die 2", signal: syscall.SIGINT, name: "SIGINT"},
		{role: "die 1", signal: syscall.SIGHUP, name: "SIGHUP"},
		{role: "die 3", signal: syscall.SIGQUIT, name: "SIGQUIT"},
		{role: "die 11", signal: syscall.SIGSEGV, name: "SIGSEGV"},
		{role: "die 6", signal: syscall.SIGABRT, name: "SIGABRT"},
		{role: "die " + strconv.Itoa(int(syscall.SIGBUS)), signal: syscall.SIGBUS, name: "SIGBUS"},
		{role: "die 8", signal: syscall.SIGFPE, name: "SIGFPE"},
		{role: "die 13", signal: syscall.SIGPIPE, name: "SIGPIPE"},
		{role: "die " + strconv.Itoa(int(syscall.SIGUSR1)), signal: syscall.SIGUSR1, name: "SIGUSR1"},
		{role: "die 24", signal: syscall.SIGXCPU, name: "SIGXCPU"},
	} {
		t.Run(row.role, func(t *testing.T) {
			w := newWorld(t)
			ended := w.run(t, row.role, os.Args[0])
			record := read[endRecord](t, w.out(), "attempt-1", "end.json")
			if found := marker.FindStringSubmatch(ended.stdout); found == nil || found[1] != record.Record || len(ended.stdout) != len(found[0]) {
				t.Errorf("stdout %q, record %s", ended.stdout, record.Record)
			}
			if ended.stderr != "" {
				t.Errorf("stderr %q", ended.stderr)
			}
			if record.Schema != 1 || record.Run != "ab12" || record.StartError != nil || record.ParentGone || record.ForwardedSignals == nil {
				t.Errorf("%+v", record)
			}
			if record.MaxRssBytes < 256<<10 {
				t.Errorf("maxRssBytes = %d", record.MaxRssBytes)
			}
			if row.name == "" {
				if !ended.status.Exited() || ended.status.ExitStatus() != row.code || *record.ExitCode != row.code || record.Signal != nil {
					t.Errorf("%v, %+v", ended.status, record)
				}
				return
			}
			if *record.Signal != row.name || *record.SignalNumber != int(row.signal) || record.ExitCode != nil {
				t.Errorf("%+v", record)
			}
			if !ended.status.Signaled() || ended.status.Signal() != row.signal || ended.status.CoreDump() {
				t.Errorf("status %v", ended.status)
			}
		})
	}
}

func TestTheStartRecord(t *testing.T) {
	w := newWorld(t)
	w.settings.HeapProfile, w.settings.MemProfileRate = true, 512
	w.run(t, "exit 0", os.Args[0], "-test.v", "x")
	start := read[startRecord](t, w.out(), "attempt-1", "start.json")
	heap := filepath.Join(w.out(), "attempt-1", "heap.pprof")
	if got := strings.Join(start.Args, " "); got != "-test.memprofile="+heap+" -test.memprofilerate=512 -test.v x" {
		t.Errorf("args %s", got)
	}
	if start.Schema != 1 || start.Run != "ab12" || start.Leg != "memory" || start.Package != "example.com/m/a" || start.Attempt != 1 ||
		start.Dir != w.folder || start.Binary != os.Args[0] || start.Pid == 0 || start.Pid == start.ShimPid {
		t.Errorf("%+v", start)
	}
	if !regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`).MatchString(start.StartedAt) {
		t.Error(start.StartedAt)
	}
	var files syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files); err != nil {
		t.Fatal(err)
	}
	if hard := start.Limits["nofile"].Hard; hard != nil && *hard != uint64(files.Max) {
		t.Errorf("nofile %d, want %d", *hard, files.Max)
	}
	if len(start.Limits) != 9 {
		t.Errorf("%d limits", len(start.Limits))
	}
}

func TestAttemptsAreNumbered(t *testing.T) {
	w := newWorld(t)
	for number := 1; number <= 3; number++ {
		w.run(t, "exit 0", os.Args[0])
		if got := read[startRecord](t, w.out(), "attempt-"+strconv.Itoa(number), "start.json").Attempt; got != number {
			t.Errorf("attempt %d, want %d", got, number)
		}
	}
}

func TestABinaryThatCannotBeStarted(t *testing.T) {
	folder := t.TempDir()
	plain := filepath.Join(folder, "plain")
	if err := os.WriteFile(plain, []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(folder, "wrong")
	if err := os.WriteFile(wrong, []byte("\x7fELF nothing"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		binary string
		code   int
		errno  string
	}{
		{filepath.Join(folder, "missing"), 127, "ENOENT"},
		{"no-such-program", 127, "ENOENT"},
		{plain, 126, "EACCES"},
		{folder, 127, "EISDIR"},
		{wrong, 127, "ENOEXEC"},
		{plain + "/x", 127, "ENOTDIR"},
	} {
		w := newWorld(t)
		ended := w.run(t, "exit 0", row.binary)
		record := read[endRecord](t, w.out(), "attempt-1", "end.json")
		if ended.status.ExitStatus() != row.code || !strings.HasPrefix(ended.stderr, "crash-guard: cannot start the test binary: ") {
			t.Errorf("%s: %d %s", row.binary, ended.status.ExitStatus(), ended.stderr)
		}
		if seen := record.Evidence; seen == nil || seen.Errno == nil || *seen.Errno != row.errno {
			t.Errorf("%s: %+v", row.binary, seen)
		}
		if record.StartError == nil || record.ExitCode != nil || record.Signal != nil || record.ForwardedSignals == nil {
			t.Errorf("%s: %+v", row.binary, record)
		}
	}
}

func TestAShimThatWasNotStartedByTheSupervisor(t *testing.T) {
	for _, value := range []string{"", "/missing/shim.json", "/dev/null"} {
		command := newWorld(t).command(t, "exit 0", os.Args[0])
		command.Env = append(command.Env, settingsVariable+"="+value)
		ended := finish(command)
		if ended.status.ExitStatus() != 125 || ended.stdout != "" || !strings.HasPrefix(ended.stderr, "crash-guard: "+settingsVariable) {
			t.Errorf("%q: %d %q %q", value, ended.status.ExitStatus(), ended.stdout, ended.stderr)
		}
	}
}

func TestTestsRunWithoutAFolderForRecords(t *testing.T) {
	w := newWorld(t)
	w.settings.HeapProfile = true
	w.settings.Packages[w.folder] = place{Dir: "/dev/null/out", Agent: "sample"}
	ended := w.run(t, "arguments", os.Args[0], "-test.v")
	if ended.status.ExitStatus() != 0 || !strings.HasSuffix(ended.stdout, "\n-test.v\n") || strings.Contains(ended.stdout, "memprofile") {
		t.Errorf("%d %q %q", ended.status, ended.stdout, ended.stderr)
	}
}
