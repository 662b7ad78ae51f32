//go:build linux

package journal

import (
	"errors"
	"syscall"
	"testing"
)

func TestFullDisk(t *testing.T) {
	journal, err := Open("/dev/full")
	if err != nil {
		t.Fatal(err)
	}
	defer journal.Close()
	if err := journal.Write("started"); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("got %v, want %v", err, syscall.ENOSPC)
	}
}
