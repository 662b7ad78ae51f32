package logging

import "testing"

func TestQuiet(t *testing.T) {
	if got := Verbosity(); got != 0 {
		t.Fatalf("verbosity %d, want 0", got)
	}
}
