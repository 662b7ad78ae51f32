//go:build unix

// Package store keeps values in a file that several processes share.
package store

import (
	"os"
	"syscall"
)

type Store struct {
	Path   string
	values []string
}

func (s *Store) lock() (*os.File, error) {
	file, err := os.OpenFile(s.Path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	return file, syscall.Flock(int(file.Fd()), syscall.LOCK_EX) //crash:blame
}

func (s *Store) Save(value string) error {
	file, err := s.lock()
	if err != nil {
		return err
	}
	defer file.Close()
	s.values = append(s.values, value)
	if len(s.values) > 2 {
		return s.Compact()
	}
	return nil
}

func (s *Store) Compact() error {
	file, err := s.lock()
	if err != nil {
		return err
	}
	defer file.Close()
	s.values = s.values[len(s.values)-1:]
	return nil
}

func (s *Store) Len() int { return len(s.values) }
