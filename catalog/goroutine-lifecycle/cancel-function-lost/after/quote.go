// Package quote asks for the price of a share.
package quote

import (
	"context"
	"errors"
	"time"
)

// Ask waits three seconds for an answer.
func Ask(ctx context.Context, share string, ask func(ctx context.Context, share string) (int, error)) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	if share == "" {
		return 0, errors.New("quote: which share?")
	}
	return ask(ctx, share)
}
