package progress

import (
	"runtime"
	"testing"
)

func TestCloseWhileReporting(t *testing.T) {
	bar := New()
	before := runtime.NumGoroutine()
	go bar.Step(1)
	for runtime.NumGoroutine() > before {
		runtime.Gosched()
	}
	if got := bar.Close(); got != 1 {
		t.Fatalf("%d steps, want 1", got)
	}
}
