// Package gate holds visitors back until the doors open.
package gate

import "sync"

type Gate struct {
	mu     sync.Mutex
	opened *sync.Cond
	open   bool
}

func New() *Gate {
	g := &Gate{}
	g.opened = sync.NewCond(&g.mu)
	return g
}

// Open lets everybody in.
func (g *Gate) Open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open = true
	g.opened.Broadcast()
}

// Enter waits until the gate is open.
func (g *Gate) Enter() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.open {
		g.opened.Wait()
	}
}
