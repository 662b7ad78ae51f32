// Package stock knows how many copies are left.
package stock

import (
	"fmt"
	"sync"
)

// Stock counts the copies of each book by ISBN. It may be used by several goroutines.
type Stock struct {
	mu       sync.Mutex
	copies   map[string]int
	requests int
}

// New returns an empty stock.
func New() *Stock {
	return &Stock{copies: map[string]int{}}
}

// Deliver adds copies of a book.
func (s *Stock) Deliver(isbn string, copies int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.copies[isbn] += copies
}

// Reserve takes copies of a book out of the stock, all or none.
func (s *Stock) Reserve(isbn string, copies int) error {
	s.requests++
	s.mu.Lock()
	defer s.mu.Unlock()
	if left := s.copies[isbn]; left < copies {
		return fmt.Errorf("stock: %d copies of %s wanted, %d left", copies, isbn, left)
	}
	s.copies[isbn] -= copies
	return nil
}

// Left returns how many copies of a book are there.
func (s *Stock) Left(isbn string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.copies[isbn]
}
