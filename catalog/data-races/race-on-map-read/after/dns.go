// Package dns remembers addresses of hosts.
package dns

import "sync"

type Cache struct {
	mu        sync.Mutex
	addresses map[string]string
}

func New() *Cache { return &Cache{addresses: map[string]string{"localhost": "127.0.0.1"}} }

func (c *Cache) Learn(host, address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.addresses[host] = address
}

func (c *Cache) Address(host string) (string, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	address, found := c.addresses[host]
	return address, found
}
