package font

import (
	"errors"
	"testing"
)

func TestBrokenFont(t *testing.T) {
	if glyphs, err := Glyphs([]byte("<html>")); !errors.Is(err, ErrFormat) {
		t.Fatalf("%d glyphs, %v", glyphs, err)
	}
}
