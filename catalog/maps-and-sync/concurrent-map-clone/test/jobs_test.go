package jobs

import (
	"testing"
	"time"
)

func TestSnapshotWhileJobsRun(t *testing.T) {
	jobs := New()
	jobs.Begin(-1, "main")
	start := time.Now()
	go func() {
		for i := 0; time.Since(start) < 2*time.Second; i++ {
			jobs.Begin(i%100, "worker")
			jobs.End(i % 100)
		}
	}()
	for time.Since(start) < 2*time.Second {
		if got := len(jobs.Snapshot()); got < 1 {
			t.Fatalf("%d jobs are running, want at least 1", got)
		}
	}
}
