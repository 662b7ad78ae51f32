package menu

import (
	"errors"
	"testing"
)

func TestMenuThatHoldsItself(t *testing.T) {
	Set(1, 3, 2)
	Set(2, 4, 1)
	if entries, err := Count(1); !errors.Is(err, ErrCycle) {
		t.Fatalf("%d entries, %v", entries, err)
	}
}
