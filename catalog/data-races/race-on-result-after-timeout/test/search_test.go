package search

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"time"
)

func TestSearchIsCancelled(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Count(ctx, "gopher", func(string) int {
		time.Sleep(50 * time.Millisecond)
		return 3
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want %v", err, context.Canceled)
	}
	for runtime.NumGoroutine() > before {
		time.Sleep(time.Millisecond)
	}
}
