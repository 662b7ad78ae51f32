// Package feed delivers a quote every minute.
package feed

import (
	"context"
	"time"
)

type Feed struct{ Quotes chan int }

func Start(ctx context.Context) *Feed {
	feed := &Feed{Quotes: make(chan int, 10)}
	go func() {
		ticker := time.NewTicker(time.Minute)
		defer ticker.Stop()
		for quote := 100; ; quote++ {
			select {
			case <-ticker.C:
				feed.Quotes <- quote
			case <-ctx.Done():
				return
			}
		}
	}()
	return feed
}
