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
	end     chan struct{}
	running sync.WaitGroup
}

func NewHub() *Hub { return &Hub{end: make(chan struct{})} }

// Open comes back when the session is ready.
func (h *Hub) Open(work func()) {
	ready := make(chan struct{})
	h.running.Add(1)
	go func() {
		defer h.running.Done()
		runtime.LockOSThread()
		work()
		close(ready)
		<-h.end
	}()
	<-ready
}

func (h *Hub) Close() {
	close(h.end)
	h.running.Wait()
}
