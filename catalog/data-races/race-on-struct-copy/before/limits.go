// Package limits can be reloaded while the server runs.
package limits

import "sync"

type Limits struct {
	Requests int
	Bytes    int
}

type Store struct {
	mu     sync.Mutex
	limits *Limits
}

func New() *Store { return &Store{limits: &Limits{}} }

func (s *Store) Reload(requests, bytes int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits.Requests = requests //crash:related
	s.limits.Bytes = bytes
}

// Current is the caller's to keep.
func (s *Store) Current() Limits {
	return *s.limits //crash:blame
}
