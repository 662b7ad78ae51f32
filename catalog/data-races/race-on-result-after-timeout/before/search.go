// Package search asks a slow index.
package search

import "context"

// Count returns how often the word occurs, if the context allows the time.
func Count(ctx context.Context, word string, ask func(word string) int) (hits int, err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		hits = ask(word) //crash:blame
	}()
	select {
	case <-done:
		return hits, nil
	case <-ctx.Done():
		return 0, ctx.Err() //crash:related
	}
}
