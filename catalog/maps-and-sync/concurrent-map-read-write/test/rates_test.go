package rates

import (
	"sync/atomic"
	"testing"
)

func TestLookUpDuringRefresh(t *testing.T) {
	table := New()
	var refreshed atomic.Bool
	go func() {
		defer refreshed.Store(true)
		for i := 0; i < 1_000_000; i++ {
			table.Refresh("USD", 1.08)
		}
	}()
	for !refreshed.Load() {
		if got := table.LookUp("EUR"); got != 1 {
			t.Fatalf("a euro is worth %v, want 1", got)
		}
	}
}
