//go:build unix

package bell

import (
	"runtime"
	"testing"
	"time"
)

func TestRing(t *testing.T) {
	if err := Ring(); err != nil {
		t.Fatal(err)
	}
	// The collector tells of a leak in its own time.
	for i := 0; i < 20; i++ {
		time.Sleep(20 * time.Millisecond)
		runtime.GC()
	}
}
