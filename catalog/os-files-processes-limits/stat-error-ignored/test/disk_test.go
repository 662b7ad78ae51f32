package disk

import (
	"errors"
	"io/fs"
	"testing"
)

func TestMissingFile(t *testing.T) {
	if _, err := Usage("disk_test.go"); err != nil {
		t.Fatal(err)
	}
	if total, err := Usage("disk_test.go", "no-such-file"); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%d bytes, %v", total, err)
	}
}
