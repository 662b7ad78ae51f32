package main

import (
	"os"

	"go-crash-guard/probe/internal/ending"
)

// departure is how the shim ends: by a signal where signal is not 0, else with an exit code.
type departure struct {
	code   int
	signal int
}

// leave does not return.
func (d departure) leave() {
	if d.signal != 0 {
		dieOf(d.signal)
		d.code = 128 + d.signal // the signal did not arrive
	}
	os.Exit(d.code)
}

// departureOf copies the child's ending.
func departureOf(end ending.Ending) departure {
	if end.SignalNumber != nil {
		return departure{signal: *end.SignalNumber}
	}
	return departure{code: *end.ExitCode}
}
