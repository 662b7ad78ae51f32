// Package backoff waits longer after each failure.
package backoff

// Seconds to wait before an attempt: 1, 2, 4 and so on.
func Seconds(attempt int) int {
	return min(1<<max(attempt-1, 0), 60)
}
