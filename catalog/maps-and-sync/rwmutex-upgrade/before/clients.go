// Package clients keeps one client for each host.
package clients

import "sync"

type Client struct{ Host string }

type Pool struct {
	mu      sync.RWMutex
	clients map[string]*Client
}

func New() *Pool { return &Pool{clients: make(map[string]*Client)} }

// Get makes a client for a host that it does not know.
func (p *Pool) Get(host string) *Client {
	p.mu.RLock()
	defer p.mu.RUnlock()
	client := p.clients[host]
	if client == nil {
		client = p.add(host)
	}
	return client
}

func (p *Pool) add(host string) *Client {
	p.mu.Lock() //crash:blame
	defer p.mu.Unlock()
	client := &Client{Host: host}
	p.clients[host] = client
	return client
}
