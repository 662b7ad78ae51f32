//go:build unix

package supervisor

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestStalePidFile(t *testing.T) {
	pidFile := filepath.Join(t.TempDir(), "worker.pid")
	if err := os.WriteFile(pidFile, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := StopOld(pidFile); !errors.Is(err, ErrStale) {
		t.Fatalf("got %v, want %v", err, ErrStale)
	}
}
