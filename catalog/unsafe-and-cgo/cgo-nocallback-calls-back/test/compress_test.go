package compress

import "testing"

func TestVerboseCompress(t *testing.T) {
	if got := Size(300, false); got != 100 {
		t.Fatalf("size %d, want 100", got)
	}
	if got := Size(300, true); got != 100 || len(Logged) != 1 {
		t.Fatalf("size %d, %d lines of log", got, len(Logged))
	}
}
