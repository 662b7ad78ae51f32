// Package sessions talks to a library that wants all calls of a session from one thread.
package sessions

import (
	"runtime"
	"runtime/debug"
	"sync"
)

// A library with more threads than that is of no use here.
func init() { debug.SetMaxThreads(24) }

type Hub struct {
	work    chan func()
	running sync.WaitGroup
}

func NewHub() *Hub {
	h := &Hub{work: make(chan func())}
	h.running.Add(1)
	go func() {
		defer h.running.Done()
		runtime.LockOSThread()
		for work := range h.work {
			work()
		}
	}()
	return h
}

// Open comes back when the session is ready.
func (h *Hub) Open(work func()) {
	ready := make(chan struct{})
	h.work <- func() {
		work()
		close(ready)
	}
	<-ready
}

func (h *Hub) Close() {
	close(h.work)
	h.running.Wait()
}
