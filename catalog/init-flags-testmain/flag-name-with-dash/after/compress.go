// Package compress has the options of a compressor.
package compress

import "flag"

var level = flag.Int("level", 6, "from 1 (fast) to 9 (small)")

func Level() int { return *level }
