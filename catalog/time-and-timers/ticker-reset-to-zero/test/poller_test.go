package poller

import (
	"testing"
	"time"
)

func TestPollingPauses(t *testing.T) {
	poller := New(time.Hour)
	poller.Every(0)
	poller.Every(time.Hour)
	select {
	case <-poller.Ticks():
		t.Error("it asked")
	default:
	}
}
