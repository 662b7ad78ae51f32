package cache

import (
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestCacheForgets(t *testing.T) {
	defer goleak.VerifyNone(t)
	cache := New(time.Hour)
	cache.Put("old")
	cache.forget(time.Now().Add(time.Hour))
	if got := len(cache.values); got != 0 {
		t.Fatalf("%d values are left, want 0", got)
	}
}
