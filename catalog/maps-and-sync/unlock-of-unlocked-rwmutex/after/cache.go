// Package cache remembers thumbnails.
package cache

import "sync"

type Cache struct {
	mu     sync.RWMutex
	images map[string][]byte
}

func New() *Cache { return &Cache{images: make(map[string][]byte)} }

func (c *Cache) Put(name string, image []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.images[name] = image
}

func (c *Cache) Get(name string) ([]byte, bool) {
	c.mu.RLock()
	image, found := c.images[name]
	c.mu.RUnlock()
	return image, found
}
