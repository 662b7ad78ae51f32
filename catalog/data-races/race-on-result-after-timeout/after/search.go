// Package search asks a slow index.
package search

import "context"

// Count returns how often the word occurs, if the context allows the time.
func Count(ctx context.Context, word string, ask func(word string) int) (hits int, err error) {
	answer := make(chan int, 1)
	go func() { answer <- ask(word) }()
	select {
	case hits = <-answer:
		return hits, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}
