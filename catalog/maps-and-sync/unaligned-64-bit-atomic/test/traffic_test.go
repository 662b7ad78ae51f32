package traffic

import "testing"

func TestCountBytes(t *testing.T) {
	meter := New()
	meter.Count(1 << 40)
	if got := meter.Bytes(); got != 1<<40 {
		t.Fatalf("got %d bytes", got)
	}
}
