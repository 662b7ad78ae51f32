package main

import (
	"os"

	"go-crash-guard/probe/internal/ending"
)

// way is how a child is started and followed to its end. A closer look at the child is another way.
type way struct {
	start func(argv, environment []string) (*os.Process, error)
	// follow calls atDeath when the child has ended and, where the system allows it, is not yet reaped.
	follow func(child *os.Process, atDeath func()) (ending.Ending, error)
}

func plainly() way { return way{start, awaitDeath} }

// reap ends the life of a child that is dead.
func reap(child *os.Process) (ending.Ending, error) {
	state, err := child.Wait()
	if err != nil {
		return ending.Ending{}, err
	}
	return ending.Of(state), nil
}
