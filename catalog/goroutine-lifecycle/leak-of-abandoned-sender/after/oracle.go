// Package oracle asks something that takes its time.
package oracle

import (
	"context"
	"time"
)

// Ask gives up when the context ends.
func Ask(ctx context.Context, think time.Duration) (string, error) {
	answer := make(chan string, 1)
	go func() {
		time.Sleep(think)
		answer <- "42"
	}()
	select {
	case text := <-answer:
		return text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
