// Package backoff waits longer after each failure.
package backoff

// Seconds to wait before an attempt: 1, 2, 4 and so on.
func Seconds(attempt int) int {
	return min(1<<(attempt-1), 60) //crash:blame
}
