// Package prices keeps a price list fresh.
package prices

import (
	"context"
	"time"
)

type List struct{ Refreshed int }

func Start(ctx context.Context) *List {
	list := &List{}
	go func() {
		ticks := time.Tick(time.Minute)
		for {
			select {
			case <-ticks:
				list.Refreshed++
			case <-ctx.Done():
				return
			}
		}
	}()
	return list
}
