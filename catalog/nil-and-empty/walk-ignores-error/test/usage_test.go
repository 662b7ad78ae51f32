package usage

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSizeOfMissingFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a"), []byte("12345"), 0o600); err != nil {
		t.Fatal(err)
	}
	if total, err := Bytes(folder); total != 5 || err != nil {
		t.Fatalf("%d bytes, %v", total, err)
	}
	if total, err := Bytes(filepath.Join(folder, "gone")); err == nil {
		t.Fatalf("%d bytes in a folder that does not exist", total)
	}
}
