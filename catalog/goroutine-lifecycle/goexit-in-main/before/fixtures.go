// Package fixtures prepares data for tests.
package fixtures

import "runtime"

type Store map[string]int

// Load gives up where there is nothing to load.
func Load(names ...string) Store {
	if len(names) == 0 {
		runtime.Goexit()
	}
	store := make(Store)
	for i, name := range names {
		store[name] = i
	}
	return store
}
