//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestTheChildsEnvironmentIsClean(t *testing.T) {
	w := newWorld(t)
	command := w.command(t, "environment", os.Args[0])
	command.Env = append(command.Env, "CRASH_GUARD_OTHER=1", "KEPT=1")
	ended := finish(command)
	var own []string
	for _, line := range strings.Split(ended.stdout, "\n") {
		if strings.HasPrefix(line, ownVariables) {
			own = append(own, line)
		}
	}
	start := read[startRecord](t, w.out(), "attempt-1", "start.json")
	_, order, _ := strings.Cut(strings.Join(own, " "), "=")
	parts := append(strings.SplitN(order, ":", 3), "", "", "")
	pid, mode, dir := parts[0], parts[1], parts[2]
	if len(own) != 1 || mode != "sample" || pid != decimal(start.ShimPid) || dir != filepath.Join(w.out(), "attempt-1") || !strings.Contains(ended.stdout, "KEPT=1\n") {
		t.Errorf("%v, shim %d", own, start.ShimPid)
	}
}

func TestAnUnknownFolderIsRecordedWithoutAnAgent(t *testing.T) {
	w := newWorld(t)
	w.settings.Packages = nil
	ended := w.run(t, "environment", os.Args[0])
	if strings.Contains(ended.stdout, ownVariables) {
		t.Error(ended.stdout)
	}
	records, err := filepath.Glob(filepath.Join(w.settings.FallbackDir, "*", "attempt-1", "end.json"))
	if err != nil || len(records) != 1 {
		t.Error(records, err)
	}
}

func TestTheFolderIsFoundBySpellingOrByPlace(t *testing.T) {
	w := newWorld(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(w.folder, link); err != nil {
		t.Fatal(err)
	}
	known := w.settings.Packages[w.folder]
	for _, row := range []struct{ name, key, pwd string }{
		{"as go list spells it", link, link},
		{"PWD of somewhere else", w.folder, os.TempDir()},
		{"no PWD", w.folder, ""},
	} {
		w.settings.Packages = map[string]place{row.key: known}
		command := w.command(t, "exit 0", os.Args[0])
		command.Env = append(command.Env, "PWD="+row.pwd)
		finish(command)
	}
	if attempts, _ := os.ReadDir(known.Dir); len(attempts) != 3 {
		t.Error(attempts)
	}
}

func TestInputReachesTheBinary(t *testing.T) {
	command := newWorld(t).command(t, "input", os.Args[0])
	command.Stdin = strings.NewReader("hello")
	if ended := finish(command); !strings.HasSuffix(ended.stdout, "\nhello") {
		t.Error(ended.stdout)
	}
}

func TestTheUsersOwnExecCommand(t *testing.T) {
	w := newWorld(t)
	w.settings.TestLog, w.settings.HeapProfile, w.settings.Store = true, true, filepath.Join(t.TempDir(), "store")
	wrapper := []string{"-wrap", "2", "env", "WRAPPED=1"}
	ended := w.run(t, "arguments", append(wrapper, os.Args[0], "-test.v", "x")...)
	if strings.Contains(ended.stdout, "testlogfile") || !strings.Contains(ended.stdout, "-test.memprofile=") || !strings.HasSuffix(ended.stdout, "-test.v\nx\n") {
		t.Error(ended.stdout)
	}
	ended = w.run(t, "environment", append(wrapper, os.Args[0])...)
	if !strings.Contains(ended.stdout, "WRAPPED=1\n") || !strings.Contains(ended.stdout, agentVariable+"=0:sample:") {
		t.Error(ended.stdout)
	}
	if _, err := os.Stat(w.settings.Store); err == nil {
		t.Error("a wrapped run was stored: nothing will replay it")
	}
}

func TestTheBinaryIsOfferedToTheOOMKiller(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has an OOM score")
	}
	if ended := newWorld(t).run(t, "score", os.Args[0]); !strings.HasSuffix(ended.stdout, "offered\n") {
		t.Error(ended.stdout, ended.stderr)
	}
	if text, _ := os.ReadFile("/proc/self/oom_score_adj"); strings.TrimSpace(string(text)) == "1000" {
		t.Error("the score leaked to the parent")
	}
}

func TestThePassedRunIsStored(t *testing.T) {
	w := newWorld(t)
	w.settings.TestLog, w.settings.HeapProfile, w.settings.Store = true, true, filepath.Join(t.TempDir(), "new", "store")
	w.run(t, "exit 1", os.Args[0], "-test.v")
	if _, err := os.Stat(w.settings.Store); err == nil {
		t.Fatal("a failed run was stored")
	}
	ended := w.run(t, "profile", os.Args[0], "-test.v")
	id := marker.FindStringSubmatch(ended.stdout)[1]
	if got := names(t, w.settings.Store); got != id {
		t.Errorf("store holds %s, want %s", got, id)
	}
	if got := names(t, w.settings.Store, id); got != "end.json heap.pprof start.json" {
		t.Error(got)
	}
	if got := read[endRecord](t, w.settings.Store, id, "end.json"); got.Record != id || *got.ExitCode != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAStoreThatCannotBeWrittenIsNoted(t *testing.T) {
	w := newWorld(t)
	w.settings.TestLog, w.settings.Store = true, "/dev/null/store"
	ended := w.run(t, "exit 0", os.Args[0])
	if ended.status.ExitStatus() != 0 || ended.stderr != "" || ended.stdout != marker.FindString(ended.stdout) {
		t.Errorf("%+v", ended)
	}
	if text, err := os.ReadFile(filepath.Join(w.out(), "attempt-1", "shim-problems.txt")); !strings.HasPrefix(string(text), "store: ") {
		t.Errorf("%s %v", text, err)
	}
}

func TestABusyBinaryIsTriedAgain(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux refuses")
	}
	script := filepath.Join(t.TempDir(), "binary")
	text, err := os.ReadFile("/bin/true")
	if err != nil {
		t.Skip(err)
	}
	writer, err := os.OpenFile(script, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := writer.Write(text); err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	closed := make(chan struct{})
	command := w.command(t, "exit 0", script)
	go func() {
		defer close(closed)
		_ = exec.Command("sleep", "0.3").Run()
		writer.Close()
	}()
	ended := finish(command)
	<-closed
	if ended.status.ExitStatus() != 0 {
		t.Errorf("%d %s", ended.status.ExitStatus(), ended.stderr)
	}
}
