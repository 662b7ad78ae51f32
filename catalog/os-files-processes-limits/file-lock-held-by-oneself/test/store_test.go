//go:build unix

package store

import (
	"path/filepath"
	"testing"
)

func TestSaveWhileLocked(t *testing.T) {
	store := Store{Path: filepath.Join(t.TempDir(), "lock")}
	for _, value := range []string{"a", "b", "c"} {
		if err := store.Save(value); err != nil {
			t.Fatal(err)
		}
	}
	if got := store.Len(); got != 1 {
		t.Fatalf("%d values, want 1", got)
	}
}
