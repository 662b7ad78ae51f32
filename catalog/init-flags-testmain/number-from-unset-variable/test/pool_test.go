package pool

import "testing"

func TestSize(t *testing.T) {
	if got := Size(); got < 1 {
		t.Fatalf("size %d", got)
	}
}
