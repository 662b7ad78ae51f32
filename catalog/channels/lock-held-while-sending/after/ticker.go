// Package shares announces the price of a share.
package shares

import "sync"

type Share struct {
	mu     sync.Mutex
	cents  int
	closed chan struct{}
	prices chan int
}

func New(cents int) *Share {
	return &Share{cents: cents, closed: make(chan struct{}), prices: make(chan int)}
}

// Prices gets every new price.
func (s *Share) Prices() <-chan int { return s.prices }

// Rise announces the new price, unless the share is closed.
func (s *Share) Rise(cents int) {
	s.mu.Lock()
	s.cents += cents
	price := s.cents
	s.mu.Unlock()
	select {
	case s.prices <- price:
	case <-s.closed:
	}
}

// Close ends the announcements; a listener calls it when it has heard enough.
func (s *Share) Close() int {
	close(s.closed)
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.cents
}
