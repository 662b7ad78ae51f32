package jobs

import (
	"context"
	"testing"
	"time"
)

func TestFailedJobIsReported(t *testing.T) {
	err := WaitUntilDone(context.Background(), time.Second, func() string { return "failed" })
	if err == nil {
		t.Fatal("no error, though the job has failed")
	}
}
