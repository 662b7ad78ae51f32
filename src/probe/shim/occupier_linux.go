package main

import (
	"runtime"
	"sync/atomic"
	"time"
)

// occupier keeps one processor busy, so that threads of the lowest priority which are bound to it get nearly nothing of it.
type occupier struct {
	orders chan occupation
	over   *atomic.Bool
}

type occupation struct {
	processor int
	until     time.Time // whatever happens
}

func newOccupier() occupier {
	o := occupier{make(chan occupation, 1), new(atomic.Bool)}
	go func() {
		runtime.LockOSThread()
		for order := range o.orders {
			setProcessors(0, only(order.processor))
			for !o.over.Load() && time.Now().Before(order.until) {
			}
		}
	}()
	return o
}

// occupy never waits: an occupier that has not come to its end yet is left alone.
func (o occupier) occupy(processor int, lasting time.Duration) {
	o.over.Store(false)
	select {
	case o.orders <- occupation{processor, time.Now().Add(lasting)}:
	default:
	}
}

func (o occupier) rest() { o.over.Store(true) }

func (o occupier) end() {
	o.rest()
	close(o.orders)
}
