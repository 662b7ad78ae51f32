package pool

import "testing"

func TestPoolForOneCPU(t *testing.T) {
	if got := ForCPUs(1).Size(); got != 1 {
		t.Fatalf("%d slots, want 1", got)
	}
}
