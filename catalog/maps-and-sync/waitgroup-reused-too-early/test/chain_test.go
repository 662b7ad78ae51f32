package chain

import (
	"testing"
	"time"
)

func TestFlushWhileWorkContinues(t *testing.T) {
	var runner Runner
	last := Job(func() Job {
		time.Sleep(50 * time.Millisecond)
		return nil
	})
	runner.Start(func() Job { return last })
	if got := runner.Flush(); got != 2 {
		t.Fatalf("%d jobs, want 2", got)
	}
}
