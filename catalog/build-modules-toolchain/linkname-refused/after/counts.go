// Package counts counts visits and sales, and reads both at one moment.
package counts

import "sync"

type Counts struct {
	mu            sync.Mutex
	visits, sales int
}

func (c *Counts) Visit() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.visits++
}

func (c *Counts) Snapshot() (visits, sales int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.visits, c.sales
}
