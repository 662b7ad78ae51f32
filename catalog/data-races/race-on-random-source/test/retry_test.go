package retry

import (
	"testing"
	"time"
)

func TestTwoDelays(t *testing.T) {
	policy := New(1)
	delays := make(chan time.Duration)
	go func() { delays <- policy.Delay() }()
	first := policy.Delay()
	if second := <-delays; first < time.Second || second < time.Second {
		t.Fatalf("got %v and %v, want at least 1s", first, second)
	}
}
