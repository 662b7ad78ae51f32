package retry

import "testing"

func TestAttempts(t *testing.T) {
	if got := Attempts(); got != 3 {
		t.Fatalf("%d attempts, want 3", got)
	}
}
