// Package logging decides what gets printed.
package logging

import "flag"

var verbosity *int

func init() {
	verbosity = flag.Int("verbosity", defaultVerbosity, "how much to print")
}

func Verbosity() int { return *verbosity }
