package image

import (
	"errors"
	"testing"
)

func TestEmptyImage(t *testing.T) {
	page, err := Cut(210, 297)
	if err != nil {
		t.Fatal(err)
	}
	page.Close()
	if _, err := Cut(0, 297); !errors.Is(err, ErrEmpty) {
		t.Fatalf("got %v, want %v", err, ErrEmpty)
	}
}
