package machine

import (
	"errors"
	"testing"
)

func TestIdleMachine(t *testing.T) {
	if rate, err := PiecesPerHour(0, 0); !errors.Is(err, ErrIdle) {
		t.Fatalf("%d pieces an hour, %v", rate, err)
	}
}
