// Package logging decides what gets printed.
package logging

import "flag"

var verbosity *int

func init() {
	verbosity = flag.Int("verbosity", 2, "how much to print") //crash:blame
}

func Verbosity() int { return *verbosity }
