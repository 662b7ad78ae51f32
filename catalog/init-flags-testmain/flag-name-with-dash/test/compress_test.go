package compress

import "testing"

func TestDefaultLevel(t *testing.T) {
	if got := Level(); got != 6 {
		t.Fatalf("level %d, want 6", got)
	}
}
