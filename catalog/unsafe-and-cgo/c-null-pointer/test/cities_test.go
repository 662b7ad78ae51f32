package cities

import (
	"errors"
	"testing"
)

func TestUnknownCity(t *testing.T) {
	if got, err := Inhabitants("Ulm"); err != nil || got != 126 {
		t.Fatalf("Ulm: %d, %v", got, err)
	}
	if got, err := Inhabitants("Atlantis"); !errors.Is(err, ErrUnknown) {
		t.Fatalf("Atlantis: %d, %v", got, err)
	}
}
