// Package limits can be reloaded while requests are served.
package limits

import "sync/atomic"

type Limits struct {
	MaxBytes int
}

type Store struct {
	current atomic.Pointer[Limits]
}

func New() *Store { return &Store{} }

// Reload publishes new limits.
func (s *Store) Reload(limits Limits) { s.current.Store(&limits) }

// Allows says whether a request of this size is small enough.
func (s *Store) Allows(bytes int) bool {
	return bytes <= s.current.Load().MaxBytes //crash:blame
}
