// Package stats counts what happened, by kind.
package stats

import (
	"maps"
	"sync"
)

type Stats struct {
	mu     sync.Mutex
	counts map[string]int
}

func New() *Stats { return &Stats{counts: make(map[string]int)} }

func (s *Stats) Add(kind string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts[kind]++
}

// Snapshot is the caller's to keep.
func (s *Stats) Snapshot() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.counts)
}
