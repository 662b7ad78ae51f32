// Package cache forgets what is too old.
package cache

import (
	"sync"
	"time"
)

type Cache struct {
	mu     sync.Mutex
	values map[string]time.Time
	quit   chan struct{}
}

func New(age time.Duration) *Cache {
	c := &Cache{values: make(map[string]time.Time), quit: make(chan struct{})}
	go c.clean(age)
	return c
}

func (c *Cache) Put(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[name] = time.Now()
}

func (c *Cache) clean(age time.Duration) {
	ticks := time.NewTicker(age)
	defer ticks.Stop()
	for {
		select { //crash:blame
		case now := <-ticks.C:
			c.forget(now.Add(-age))
		case <-c.quit:
			return
		}
	}
}

func (c *Cache) forget(before time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for name, since := range c.values {
		if since.Before(before) {
			delete(c.values, name)
		}
	}
}
