package trace

import (
	"context"
	"testing"
)

func TestTraceIsAttached(t *testing.T) {
	ctx := With(context.Background(), "a1b2")
	if got := ID(ctx); got != "a1b2" {
		t.Fatalf("got %q, want a1b2", got)
	}
}
