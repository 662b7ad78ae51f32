package upload

import (
	"errors"
	"testing"
)

func TestOneUploadFails(t *testing.T) {
	full := errors.New("disk full")
	err := All([]string{"a.txt", "b.txt"}, func(file string) error {
		if file == "b.txt" {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Fatalf("got %v, want %v", err, full)
	}
}
