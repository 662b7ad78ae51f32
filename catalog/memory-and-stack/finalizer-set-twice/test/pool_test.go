package pool

import "testing"

func TestReuseConnection(t *testing.T) {
	first := Get()
	Put(first)
	if second := Get(); second != first {
		t.Fatalf("connection %d instead of %d", second.Number, first.Number)
	}
}
