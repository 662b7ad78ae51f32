// Package importer reads records until it is told to stop.
package importer

import (
	"sync/atomic"
	"time"
)

type Importer struct {
	stopped atomic.Bool
	done    chan int
}

// Start imports in the background.
func Start(next func()) *Importer {
	i := &Importer{done: make(chan int, 1)}
	go i.run(next)
	return i
}

func (i *Importer) run(next func()) {
	count := 0
	for !i.stopped.Load() {
		next()
		count++
		time.Sleep(time.Millisecond)
	}
	i.done <- count
}

// Stop returns how many records were imported.
func (i *Importer) Stop() int {
	i.stopped.Store(true)
	return <-i.done
}
