// Package sms sends short messages.
package sms

import (
	"context"
	"time"
)

type Gateway func(ctx context.Context, number, text string) error

// Send gives the gateway five seconds.
func Send(ctx context.Context, gateway Gateway, number, text string) error {
	if ctx == nil {
		ctx = context.Background()
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return gateway(ctx, number, text)
}
