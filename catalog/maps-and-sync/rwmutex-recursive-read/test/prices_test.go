package prices

import (
	"testing"
	"time"
)

func TestReportDuringUpdate(t *testing.T) {
	list := New()
	list.Set("tea", 250)
	list.Set("milk", 120)
	updated := make(chan struct{})
	sum := 0
	list.Report([]string{"tea", "milk"}, func(item string, cents int) {
		if item == "tea" {
			go func() {
				defer close(updated)
				list.Set("milk", 130)
			}()
			// TryRLock fails as soon as the writer waits.
			for list.mu.TryRLock() {
				list.mu.RUnlock()
				time.Sleep(time.Millisecond)
			}
		}
		sum += cents
	})
	<-updated
	if sum != 370 {
		t.Fatalf("got %d, want 370", sum)
	}
}
