package badge

import "testing"

func TestBadge(t *testing.T) {
	if got, err := Print("Ada"); err != nil || got != "*** ADA ***" {
		t.Errorf("printed %q, %v", got, err)
	}
}
