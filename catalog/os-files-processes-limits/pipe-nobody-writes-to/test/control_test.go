//go:build linux

package control

import (
	"path/filepath"
	"testing"
	"time"
)

func TestNoCommand(t *testing.T) {
	pipe, err := New(filepath.Join(t.TempDir(), "control"))
	if err != nil {
		t.Fatal(err)
	}
	if command, ok := pipe.Poll(50 * time.Millisecond); ok {
		t.Fatalf("command %q", command)
	}
}
