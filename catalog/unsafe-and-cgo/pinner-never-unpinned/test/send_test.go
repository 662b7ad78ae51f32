package send

import (
	"errors"
	"runtime"
	"testing"
	"time"
)

func TestEmptyMessage(t *testing.T) {
	if err := Message(nil, ""); !errors.Is(err, ErrEmpty) {
		t.Fatalf("got %v, want %v", err, ErrEmpty)
	}
	// The collector tells of a leak in its own time.
	for i := 0; i < 20; i++ {
		runtime.GC()
		time.Sleep(20 * time.Millisecond)
	}
}
