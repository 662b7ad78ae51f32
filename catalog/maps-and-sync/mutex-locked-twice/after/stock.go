// Package stock counts what lies in the warehouse.
package stock

import "sync"

type Stock struct {
	mu    sync.Mutex
	items map[string]int
}

func New() *Stock { return &Stock{items: make(map[string]int)} }

func (s *Stock) Add(item string, count int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(item, count)
}

// add is called with the lock held.
func (s *Stock) add(item string, count int) {
	s.items[item] += count
}

// Rename moves everything of one item to another.
func (s *Stock) Rename(from, to string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	count := s.items[from]
	delete(s.items, from)
	s.add(to, count)
}

func (s *Stock) Count(item string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.items[item]
}
