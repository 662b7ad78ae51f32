// Package retry does things again.
package retry

import "flag"

var attempts = flag.Int("attempts", 3, "how often to try")

func Attempts() int { return *attempts }
