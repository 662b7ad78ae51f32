// Package jobs waits for work that is done elsewhere.
package jobs

import (
	"context"
	"errors"
	"time"
)

// WaitUntilDone asks for the job's state every now and then.
func WaitUntilDone(ctx context.Context, every time.Duration, state func() string) error {
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	for {
		switch state() {
		case "done":
			return nil
		case "failed":
			return errors.New("jobs: the job has failed")
		}
		select {
		case <-ticks.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
