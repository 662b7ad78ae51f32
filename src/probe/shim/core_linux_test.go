package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// dumping asks for cores that the kernel writes into the package folder.
func dumping(t *testing.T) *world {
	t.Helper()
	pattern, hard := kernelSetting("core_pattern"), syscall.Rlimit{}
	if pattern == "" || strings.ContainsAny(pattern, "|@/") {
		t.Skipf("SKIPPED: kernel.core_pattern is %q here, not a file in the current folder", pattern)
	}
	if err := syscall.Getrlimit(syscall.RLIMIT_CORE, &hard); err != nil || hard.Max == 0 {
		t.Skip("SKIPPED: the hard limit of core dumps is 0")
	}
	w := newWorld(t)
	w.settings.Core = coreSettings{Enabled: true, Pattern: pattern}
	w.settings.AgentSettings.Core = true
	return w
}

func TestACoreIsCollectedWithItsBinary(t *testing.T) {
	w := dumping(t)
	// The child's soft limit is 0, as on most machines.
	inner := w.command(t, "dump", os.Args[0])
	command := exec.Command("sh", append([]string{"-c", `ulimit -Sc 0; exec "$@"`, "sh"}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	ended := finish(command)
	start, end := w.records(t)
	if !end.CoreDumped || *end.Signal != "SIGABRT" || ended.status.Signal() != syscall.SIGABRT || ended.status.CoreDump() {
		t.Fatalf("%+v %v", end, ended.status)
	}
	if start.Limits["core"].Soft != nil && *start.Limits["core"].Soft == 0 {
		t.Error("the limit was not raised")
	}
	seen := end.Evidence
	if seen.CoreFile == nil || *seen.CoreFile != "core" || seen.Binary == nil || *seen.Binary != "pkg.test" {
		t.Fatalf("%+v", seen)
	}
	folder := filepath.Join(w.out(), "attempt-1")
	core, err := os.Open(filepath.Join(folder, "core"))
	if err != nil {
		t.Fatal(err)
	}
	defer core.Close()
	if pid, ok := coreOwner(core); !ok || pid != start.Pid {
		t.Errorf("a core of %d, want %d", pid, start.Pid)
	}
	own, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(filepath.Join(folder, "pkg.test")); err != nil || !bytes.Equal(kept, own) {
		t.Errorf("another binary: %d bytes of %d, %v", len(kept), len(own), err)
	}
	if got := names(t, w.folder); got != "" {
		t.Errorf("left in the package: %s", got)
	}
	if text, _ := os.ReadFile(filepath.Join(folder, "agent.conf")); string(text) != "core 1\n" {
		t.Errorf("agent.conf %q", text)
	}
}

func TestAnOlderFileIsNotOverwritten(t *testing.T) {
	w := dumping(t)
	if unmistakable(w.settings.Core.Pattern, kernelSetting("core_uses_pid") == "1") {
		t.Skip("SKIPPED: here each core has a name of its own")
	}
	older := filepath.Join(w.folder, "core")
	if err := os.WriteFile(older, []byte("the user's"), 0o600); err != nil {
		t.Fatal(err)
	}
	inner := w.command(t, "dump", os.Args[0])
	command := exec.Command("sh", append([]string{"-c", `ulimit -Sc 0; exec "$@"`, "sh"}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	finish(command)
	_, end := w.records(t)
	if text, err := os.ReadFile(older); string(text) != "the user's" {
		t.Fatal(text, err)
	}
	if end.CoreDumped || end.Evidence.CoreFile != nil || end.Evidence.Binary == nil {
		t.Errorf("%+v %+v", end, end.Evidence)
	}
	folder := filepath.Join(w.out(), "attempt-1")
	if text, _ := os.ReadFile(filepath.Join(folder, "shim-problems.txt")); !strings.HasPrefix(string(text), "core: "+older+" is in the way") {
		t.Errorf("%s", text)
	}
	if text, _ := os.ReadFile(filepath.Join(folder, "agent.conf")); strings.Contains(string(text), "core") {
		t.Errorf("agent.conf %q", text)
	}
}

func TestTheUsersOwnCoreStaysWhereItIs(t *testing.T) {
	w := dumping(t)
	w.settings.Core.Enabled = false
	inner := w.command(t, "dump", os.Args[0])
	command := exec.Command("sh", append([]string{"-c", `ulimit -Sc unlimited; exec "$@"`, "sh"}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	finish(command)
	_, end := w.records(t)
	if !end.CoreDumped || end.Evidence.CoreFile != nil || end.Evidence.Binary == nil {
		t.Errorf("%+v %+v", end, end.Evidence)
	}
	if got := names(t, w.folder); !strings.HasPrefix(got, "core") {
		t.Errorf("in the package folder: %q", got)
	}
}

func TestOnlyACoreOfTheChildIsTaken(t *testing.T) {
	w := dumping(t)
	w.run(t, "dump", os.Args[0])
	start, _ := w.records(t)
	core := filepath.Join(w.out(), "attempt-1", "core")
	folder := t.TempDir()
	link, text := filepath.Join(folder, "link"), filepath.Join(folder, "text")
	if err := os.Symlink(core, link); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(text, []byte("\x7fELF and nothing else"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		path string
		pid  int
		want bool
	}{{core, start.Pid, true}, {core, start.Pid + 1, false}, {link, start.Pid, false}, {text, start.Pid, false}, {os.Args[0], start.Pid, false}, {folder, start.Pid, false}, {core + "x", start.Pid, false}} {
		if found, ok := lookAt(row.path); (ok && found.pid == row.pid) != row.want {
			t.Errorf("%s of %d: %+v %v", row.path, row.pid, found, ok)
		}
	}
}

func TestACoreMovesBetweenFileSystems(t *testing.T) {
	there, err := os.MkdirTemp("/dev/shm", "shim-test-")
	if err != nil {
		t.Skip("SKIPPED: no /dev/shm")
	}
	defer os.RemoveAll(there)
	from, to := filepath.Join(there, "core"), filepath.Join(t.TempDir(), "core")
	file, err := os.Create(from)
	if err != nil {
		t.Fatal(err)
	}
	const size = 1 << 34 // far more than there is
	for at, text := range map[int64]string{0: "first", 1 << 30: "middle", size - 1<<20: "last"} {
		if _, err := file.WriteAt([]byte(text), at); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Truncate(size); err != nil {
		t.Fatal(err)
	}
	file.Close()
	if os.Rename(from, to) == nil {
		t.Skip("SKIPPED: /dev/shm and the temporary folder are on one file system")
	}
	if err := moveCore(from, to); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(to)
	if err != nil || info.Size() != size || info.Sys().(*syscall.Stat_t).Blocks*512 > 1<<20 {
		t.Errorf("%+v %v", info, err)
	}
	copied, err := os.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	for at, want := range map[int64]string{0: "first", 1 << 30: "middle", size - 1<<20: "last"} {
		text := make([]byte, len(want))
		if _, err := copied.ReadAt(text, at); err != nil || string(text) != want {
			t.Errorf("at %d: %q %v", at, text, err)
		}
	}
	if _, err := os.Lstat(from); err == nil {
		t.Error("the original is still there")
	}
}

func TestACoreWithoutSpaceStays(t *testing.T) {
	from := filepath.Join(t.TempDir(), "core")
	if err := os.WriteFile(from, []byte("core"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := moveCore(from, "/proc/self/core"); err == nil {
		t.Error("moved into /proc")
	}
	if _, err := os.Stat(from); err != nil {
		t.Error(err)
	}
}
