// Package resize makes small pictures of big ones.
package resize

import "sync"

// All returns the names of the pictures that were resized.
func All(names []string, resize func(name string) error) []string {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var done []string
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			if err := resize(name); err != nil {
				return
			}
			mu.Lock()
			done = append(done, name)
			mu.Unlock()
		}(name)
	}
	wg.Wait()
	return done
}
