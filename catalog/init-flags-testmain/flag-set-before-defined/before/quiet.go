package logging

import "flag"

// Tests shall not print.
func init() {
	flag.Set("verbosity", "0")
}
