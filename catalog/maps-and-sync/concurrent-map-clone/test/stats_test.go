package stats

import (
	"sync/atomic"
	"testing"
)

func TestSnapshotWhileCounting(t *testing.T) {
	stats := New()
	stats.Add("start")
	var counted atomic.Bool
	go func() {
		defer counted.Store(true)
		for i := 0; i < 1_000_000; i++ {
			stats.Add("tick")
		}
	}()
	for !counted.Load() {
		if got := stats.Snapshot()["start"]; got != 1 {
			t.Fatalf("%d starts, want 1", got)
		}
	}
}
