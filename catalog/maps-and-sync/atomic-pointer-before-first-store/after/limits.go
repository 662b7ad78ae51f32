// Package limits can be reloaded while requests are served.
package limits

import "sync/atomic"

type Limits struct {
	MaxBytes int
}

type Store struct {
	current atomic.Pointer[Limits]
}

// New starts with a limit of 1 MiB.
func New() *Store {
	s := &Store{}
	s.Reload(Limits{MaxBytes: 1 << 20})
	return s
}

// Reload publishes new limits.
func (s *Store) Reload(limits Limits) { s.current.Store(&limits) }

// Allows says whether a request of this size is small enough.
func (s *Store) Allows(bytes int) bool {
	return bytes <= s.current.Load().MaxBytes
}
