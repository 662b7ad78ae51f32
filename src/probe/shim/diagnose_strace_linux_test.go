package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func needsStrace(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("needs strace: it is not installed")
	}
}

func (w *world) straced(t *testing.T) straceRecord {
	t.Helper()
	return read[straceRecord](t, w.out(), "attempt-1", "strace.json")
}

func TestDiagnoseWithStrace(t *testing.T) {
	needsStrace(t)
	w := newWorld(t)
	w.diagnosed(t, "strace", "exit 3", os.Args[0])
	found := w.straced(t)
	if !found.Supported || found.Problem != nil || !strings.HasSuffix(found.Tail[len(found.Tail)-1], "+++ exited with 3 +++") {
		t.Errorf("%+v", found)
	}
	if text := w.text(t, "strace.txt"); !strings.Contains(text, "execve(") || !strings.HasSuffix(text, found.Tail[len(found.Tail)-1]+"\n") {
		t.Error(text)
	}
	start, end := read[startRecord](t, w.out(), "attempt-1", "start.json"), read[endRecord](t, w.out(), "attempt-1", "end.json")
	if *end.ExitCode != 3 || start.Diagnose != "strace" || !strings.HasPrefix(w.text(t, "strace.txt"), decimal(start.Pid)) {
		t.Errorf("%+v %+v", start, end)
	}
}

// TestTheCallThatFailed has binaries that die before they can say anything.
func TestTheCallThatFailed(t *testing.T) {
	needsStrace(t)
	folder := t.TempDir()
	write := func(name, text string, mode os.FileMode) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, row := range []struct {
		name, call, errno string
		args              []string
	}{
		{"a loader that is missing", "execve", "ENOENT", []string{write("loader", "#!/no/such/loader\n", 0o755)}},
		{"no program", "execve", "ENOEXEC", []string{write("text", "hello\n", 0o755)}},
		{"not executable", "execve", "EACCES", []string{write("plain", "#!/bin/sh\n", 0o644)}},
		{"no room for the heap", "mmap", "ENOMEM", []string{"-wrap", "4", "sh", "-c", `ulimit -v 100000; exec "$@"`, "sh", os.Args[0]}},
	} {
		t.Run(row.name, func(t *testing.T) {
			w := newWorld(t)
			w.diagnosed(t, "strace", "exit 0", row.args...)
			found := w.straced(t)
			if failed := found.LastFailed; failed == nil || failed.Syscall != row.call || failed.Errno != row.errno || !strings.Contains(failed.Line, row.call+"(") {
				t.Errorf("%+v in %v", failed, found.Tail)
			}
		})
	}
}

func TestWithoutStrace(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose = "strace"
	command := w.command(t, "exit 3", os.Args[0])
	command.Env = append(command.Env, "PATH="+t.TempDir())
	if ended := finish(command); ended.status != 0 {
		t.Fatalf("%+v", ended)
	}
	if found := w.straced(t); found.Supported || !strings.Contains(*found.Problem, "not installed") {
		t.Errorf("%+v", found)
	}
	if text := w.text(t, "shim-problems.txt"); !strings.HasPrefix(text, "strace: it is not installed") {
		t.Error(text)
	}
}

func TestStraceThatMayNotTrace(t *testing.T) {
	needsStrace(t)
	w := newWorld(t)
	w.settings.Diagnose = "strace"
	command := w.command(t, "exit 3", shimPath, os.Args[0])
	command.Path, command.Args[0] = os.Args[0], os.Args[0]
	command.Env = append(command.Env, "SHIM_TEST_SANDBOX=1")
	if ended := finish(command); ended.status != 0 {
		t.Fatalf("%+v", ended)
	}
	if found := w.straced(t); found.Supported || !strings.Contains(*found.Problem, "Operation not permitted") {
		t.Errorf("%+v %s", found, *found.Problem)
	}
}

func TestStraceLines(t *testing.T) {
	for _, row := range []struct{ line, call, errno string }{
		{`7146  execve("/tmp/a.test", ["/tmp/a.test"], 0x7ffd /* 39 vars */) = -1 ENOENT (No such file or directory)`, "execve", "ENOENT"},
		{`execve("/tmp/a", ["/tmp/a"], 0x7ffd /* 1 var */) = -1 EACCES (Permission denied)`, "execve", "EACCES"},
		{`7147  <... clone3 resumed>) = -1 EAGAIN (Resource temporarily unavailable)`, "clone3", "EAGAIN"},
		{`7147  <... clone resumed>, child_tidptr=0x7f) = -1 EAGAIN (Resource temporarily unavailable)`, "clone", "EAGAIN"},
		{`7146  mmap(NULL, 67108864, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Cannot allocate memory)`, "mmap", "ENOMEM"},
		{`7146  prlimit64(0, RLIMIT_NOFILE, NULL, {rlim_cur=1024, rlim_max=1024*1024}) = 0`, "", ""},
		{`7146  wait4(-1,  <unfinished ...>`, "", ""},
		{`7146  wait4(-1, 0x7ffd, 0, NULL) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)`, "", ""},
		{`7146  openat(AT_FDCWD, ") = -1 EFAKE", O_RDONLY) = 3`, "", ""},
		{`7146  +++ exited with 1 +++`, "", ""},
		{`7146  --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} ---`, "", ""},
		{``, "", ""},
	} {
		var reader straceReader
		reader.line(row.line)
		got := failedCall{}
		if reader.lastFailed != nil {
			got = *reader.lastFailed
		}
		if got.Syscall != row.call || got.Errno != row.errno {
			t.Errorf("%s: %+v", row.line, got)
		}
	}
}

func TestTheTailIsBounded(t *testing.T) {
	var reader straceReader
	for i := 0; i < 50; i++ {
		reader.line(decimal(i) + strings.Repeat("x", 1000))
	}
	if len(reader.tail) != tailLines || !strings.HasPrefix(reader.tail[0], "30x") || len(reader.tail[19]) != keptOfALine {
		t.Error(reader.tail)
	}
}
