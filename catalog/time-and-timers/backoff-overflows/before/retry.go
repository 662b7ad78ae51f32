// Package retry waits longer after every failure.
package retry

import (
	"math/rand"
	"time"
)

func Delay(attempt int) time.Duration {
	delay := 100 * time.Millisecond << attempt
	return time.Duration(rand.Int63n(int64(delay))) //crash:blame
}
