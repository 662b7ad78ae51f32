// Package hub sends prices to everyone who listens.
package hub

import "sync"

type Hub struct {
	mu        sync.Mutex
	listeners map[string]chan int
}

func (h *Hub) Join(name string) <-chan int {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.listeners == nil {
		h.listeners = make(map[string]chan int)
	}
	prices := make(chan int, 1)
	h.listeners[name] = prices
	return prices
}

// Leave ends the listener's channel.
func (h *Hub) Leave(name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	prices := h.listeners[name]
	delete(h.listeners, name)
	close(prices)
}

// Publish tells all listeners; who is too slow misses a price.
func (h *Hub) Publish(price int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, prices := range h.listeners {
		select {
		case prices <- price:
		default:
		}
	}
}
