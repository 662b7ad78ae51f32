package store

import (
	"errors"
	"testing"
)

func TestNames(t *testing.T) {
	fixtures, err := Load("no-such-folder")
	if errors.Is(err, ErrNoFixtures) {
		t.Skip(err)
	}
	for _, name := range fixtures {
		if name == "" {
			t.Fatal("a fixture without a name")
		}
	}
}
