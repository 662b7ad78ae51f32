//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestTheBinaryOfAnAbnormalDeathIsKept(t *testing.T) {
	w := newWorld(t)
	own, err := os.Stat(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range []struct {
		role string
		want bool
	}{{"exit 0", false}, {"exit 1", false}, {"exit 2", true}, {"exit 66", true}, {"die 9", true}} {
		w.run(t, row.role, os.Args[0])
		folder := filepath.Join(w.out(), "attempt-"+strconv.Itoa(i+1))
		kept, err := os.Stat(filepath.Join(folder, binaryFile))
		if (err == nil) != row.want {
			t.Errorf("%s: kept %v, want %v", row.role, err == nil, row.want)
		}
		if err == nil && (kept.Size() != own.Size() || kept.Mode()&0o100 == 0) {
			t.Errorf("%s: %v", row.role, kept)
		}
		if named := read[endRecord](t, folder, "end.json").Evidence.Binary; (named != nil) != row.want {
			t.Errorf("%s: named %v", row.role, named)
		}
	}
}

func TestABinaryOnAnotherDiskIsCopied(t *testing.T) {
	there, err := os.MkdirTemp("/dev/shm", "shim-test-")
	if err != nil {
		t.Skip("SKIPPED: no /dev/shm")
	}
	defer os.RemoveAll(there)
	binary := filepath.Join(there, "a.test")
	if err := os.WriteFile(binary, []byte("a program"), 0o755); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if os.Link(binary, filepath.Join(dir, "link")) == nil {
		t.Skip("SKIPPED: /dev/shm and the temporary folder are on one file system")
	}
	if err := keepBinary(binary, dir); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, binaryFile))
	if err != nil || info.Mode().Perm() != 0o755 || info.Size() != 9 {
		t.Error(info, err)
	}
}
