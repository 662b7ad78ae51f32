package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// onSmallDisk moves the package folder to a disk of its own.
func (w *world) onSmallDisk(t *testing.T, options string) {
	t.Helper()
	if err := syscall.Mount("shim-test", w.folder, "tmpfs", 0, options); err != nil {
		t.Skipf("SKIPPED: needs the right to mount (root): %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(w.folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func TestACoreThatIsCutOffIsNoCore(t *testing.T) {
	w := dumping(t)
	w.onSmallDisk(t, "size=200k")
	own := filepath.Join(w.folder, "own.txt")
	if err := os.WriteFile(own, []byte("the user's"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.run(t, "dump", os.Args[0])
	_, end := w.records(t)
	if !end.CoreDumped || end.Evidence.CoreFile != nil || end.Evidence.Binary == nil {
		t.Errorf("%+v %+v", end, end.Evidence)
	}
	if got := names(t, w.folder); got != "own.txt" {
		t.Errorf("in the package folder: %s", got)
	}
	folder := filepath.Join(w.out(), "attempt-1")
	if text, _ := os.ReadFile(filepath.Join(folder, "shim-problems.txt")); !strings.Contains(string(text), " bytes of it could be written to "+w.folder) {
		t.Errorf("%s", text)
	}
	if _, err := os.Stat(filepath.Join(folder, coreFile)); err == nil {
		t.Error("a part of a core is called a core")
	}
}

func TestWhatIsLeftOnAFullDiskIsRemoved(t *testing.T) {
	w := dumping(t)
	w.onSmallDisk(t, "size=64k")
	fill, err := os.Create(filepath.Join(w.folder, "fill"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(fill, strings.NewReader(strings.Repeat("x", 1<<20))); err == nil {
		t.Fatal("the disk is not full")
	}
	fill.Close()
	w.run(t, "dump", os.Args[0])
	if _, end := w.records(t); end.Evidence.CoreFile != nil {
		t.Errorf("%+v", end.Evidence)
	}
	if got := names(t, w.folder); got != "fill" {
		t.Errorf("in the package folder: %s", got)
	}
}

func TestACoreBeyondItsLimitIsNoCore(t *testing.T) {
	w := dumping(t)
	inner := w.command(t, "dump", os.Args[0])
	// In units of 512 bytes.
	command := exec.Command("sh", append([]string{"-c", `ulimit -c 200; exec "$@"`, "sh"}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	finish(command)
	if _, end := w.records(t); end.Evidence.CoreFile != nil {
		t.Errorf("%+v", end.Evidence)
	}
	if got := names(t, w.folder); got != "" {
		t.Errorf("in the package folder: %s", got)
	}
}

func TestCoresOfProcessesThatTheTestsStartAreTakenOutOfTheFolder(t *testing.T) {
	for _, row := range []struct{ soft, inFolder, moved string }{
		{"0", "", "yes"},
		{"unlimited", "core", ""}, // where they would be without the shim
	} {
		w := dumping(t)
		inner := w.command(t, "child", os.Args[0])
		command := exec.Command("sh", append([]string{"-c", "ulimit -Sc " + row.soft + `; exec "$@"`, "sh"}, inner.Args...)...)
		command.Dir, command.Env = inner.Dir, inner.Env
		if ended := finish(command); ended.status.ExitStatus() != 0 {
			t.Fatalf("%+v", ended)
		}
		_, end := w.records(t)
		if end.CoreDumped || end.Evidence.CoreFile != nil {
			t.Errorf("%+v", end)
		}
		if got := names(t, w.folder); !strings.HasPrefix(got, row.inFolder) || row.inFolder == "" && got != "" {
			t.Errorf("in the package folder: %s", got)
		}
		moved, _ := filepath.Glob(filepath.Join(w.out(), "attempt-1", "core-*"))
		if (len(moved) == 1) != (row.moved != "") {
			t.Errorf("soft limit %s: moved %v", row.soft, moved)
		}
	}
}

func TestTheSizeOfACore(t *testing.T) {
	w := dumping(t)
	w.run(t, "dump", os.Args[0])
	path := filepath.Join(w.out(), "attempt-1", coreFile)
	whole, ok := lookAt(path)
	if !ok || whole.wanted == 0 || whole.size < whole.wanted {
		t.Fatalf("%+v %v", whole, ok)
	}
	if err := os.Truncate(path, int64(whole.wanted)-1); err != nil {
		t.Fatal(err)
	}
	if cut, ok := lookAt(path); !ok || cut.size >= cut.wanted {
		t.Errorf("%+v %v", cut, ok)
	}
	if err := os.Truncate(path, 100); err != nil { // in front of the program headers' end
		t.Fatal(err)
	}
	if cut, ok := lookAt(path); !ok || cut.size >= cut.wanted {
		t.Errorf("%+v %v", cut, ok)
	}
}
