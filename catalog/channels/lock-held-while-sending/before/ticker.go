// Package shares announces the price of a share.
package shares

import "sync"

type Share struct {
	mu     sync.Mutex
	cents  int
	closed bool
	prices chan int
}

func New(cents int) *Share { return &Share{cents: cents, prices: make(chan int)} }

// Prices gets every new price.
func (s *Share) Prices() <-chan int { return s.prices }

// Rise announces the new price, unless the share is closed.
func (s *Share) Rise(cents int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.cents += cents
	s.prices <- s.cents //crash:related
}

// Close ends the announcements; a listener calls it when it has heard enough.
func (s *Share) Close() int {
	s.mu.Lock() //crash:blame
	defer s.mu.Unlock()
	s.closed = true
	return s.cents
}
