package choir

import (
	"errors"
	"testing"
)

func TestHoarseVoice(t *testing.T) {
	hoarse := func() error { return errors.New("hoarse") }
	if err := Sing(func() error { return nil }, hoarse); err == nil {
		t.Error("nobody was hoarse")
	}
}
