// Package store keeps notes.
package store

type Store struct{ notes map[string]string }

func New() *Store { return &Store{notes: map[string]string{}} }

func (s *Store) Put(key, text string) { s.notes[key] = text }

func (s *Store) Get(key string) string { return s.notes[key] }
