// Package settings can be reloaded while the program runs.
package settings

import (
	"errors"
	"strings"
	"sync"
)

type Settings struct {
	mu     sync.RWMutex
	values map[string]string
}

// Reload replaces all settings; lines look like "name=value".
func (s *Settings) Reload(lines []string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	values := make(map[string]string)
	for _, line := range lines {
		name, value, found := strings.Cut(line, "=")
		if !found {
			return errors.New("settings: no value in " + line)
		}
		values[name] = value
	}
	s.values = values
	return nil
}

func (s *Settings) Get(name string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values[name]
}
