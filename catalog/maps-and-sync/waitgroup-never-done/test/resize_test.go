package resize

import (
	"errors"
	"testing"
)

func TestBrokenImageIsSkipped(t *testing.T) {
	got := All([]string{"a.png", "broken.png"}, func(name string) error {
		if name == "broken.png" {
			return errors.New("no picture")
		}
		return nil
	})
	if len(got) != 1 || got[0] != "a.png" {
		t.Fatalf("got %v, want [a.png]", got)
	}
}
