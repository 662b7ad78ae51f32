//go:build unix

package index

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadAfterClose(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	if err := os.WriteFile(path, []byte(strings.Repeat("gopher..........", 4096)), 0o600); err != nil {
		t.Fatal(err)
	}
	index, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if initial, _ := index.Initial(7); initial != 'g' {
		t.Fatalf("word 7 begins with %q", initial)
	}
	if err := index.Close(); err != nil {
		t.Fatal(err)
	}
	if initial, err := index.Initial(7); !errors.Is(err, ErrClosed) {
		t.Fatalf("read %q of a closed index: %v", initial, err)
	}
}
