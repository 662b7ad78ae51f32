// Package hits counts the visits of each page.
package hits

import "sync"

type Counter struct {
	mu    sync.Mutex
	pages map[string]int
}

func New() *Counter { return &Counter{pages: make(map[string]int)} }

// Visit is called by every request.
func (c *Counter) Visit(page string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages[page]++
}

func (c *Counter) Of(page string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.pages[page]
}
