//go:build unix

package tail

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTailOfRotatedLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "service.log")
	if err := os.WriteFile(path, []byte(strings.Repeat("all is well\n", 4096)), 0o600); err != nil {
		t.Fatal(err)
	}
	log, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := log.Last(12); got != "all is well\n" {
		t.Fatalf("before the rotation: %q", got)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	if got := log.Last(12); got != "" {
		t.Fatalf("after the rotation: %q", got)
	}
}
