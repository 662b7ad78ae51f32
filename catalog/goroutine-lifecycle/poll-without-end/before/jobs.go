// Package jobs waits for work that is done elsewhere.
package jobs

import (
	"context"
	"time"
)

// WaitUntilDone asks for the job's state every now and then.
func WaitUntilDone(ctx context.Context, every time.Duration, state func() string) error {
	for state() != "done" {
		time.Sleep(every) //crash:blame
	}
	return nil
}
