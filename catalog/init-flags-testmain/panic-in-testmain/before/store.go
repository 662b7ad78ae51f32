// Package store keeps fixtures.
package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

var ErrNoFixtures = errors.New("store: no fixtures")

// Load returns the names of the fixtures in a folder.
func Load(folder string) ([]string, error) {
	if _, err := os.Stat(folder); err != nil {
		return nil, fmt.Errorf("%w in %s", ErrNoFixtures, folder)
	}
	return filepath.Glob(filepath.Join(folder, "*.csv"))
}
