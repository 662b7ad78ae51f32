// Package prices keeps a price list fresh.
package prices

import (
	"context"
	"time"
)

type List struct{ Refreshed int }

func Start(_ context.Context) *List {
	list := &List{}
	go func() {
		for range time.Tick(time.Minute) { //crash:blame
			list.Refreshed++
		}
	}()
	return list
}
