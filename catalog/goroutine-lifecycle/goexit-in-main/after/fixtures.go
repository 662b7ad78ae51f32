// Package fixtures prepares data for tests.
package fixtures

import "errors"

type Store map[string]int

var ErrEmpty = errors.New("fixtures: nothing to load")

// Load fails where there is nothing to load.
func Load(names ...string) (Store, error) {
	if len(names) == 0 {
		return nil, ErrEmpty
	}
	store := make(Store)
	for i, name := range names {
		store[name] = i
	}
	return store, nil
}
