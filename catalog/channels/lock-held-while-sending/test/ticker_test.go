package shares

import (
	"testing"
	"time"
)

func TestStopDuringTicks(t *testing.T) {
	share := New(1000)
	go func() {
		for i := 0; i < 3; i++ {
			share.Rise(10)
		}
	}()
	if got := <-share.Prices(); got != 1010 {
		t.Fatalf("got %d, want 1010", got)
	}
	// Time for the next price to be announced.
	time.Sleep(100 * time.Millisecond)
	if got := share.Close(); got < 1010 {
		t.Fatalf("got %d, want at least 1010", got)
	}
}
