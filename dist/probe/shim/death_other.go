//go:build !linux

package main

import (
	"os"

	"go-crash-guard/probe/internal/ending"
)

// awaitDeath waits for the child. There are no counters to read between its end and its reaping.
func awaitDeath(child *os.Process, atDeath func()) (ending.Ending, error) {
	end, err := reap(child)
	atDeath()
	return end, err
}
