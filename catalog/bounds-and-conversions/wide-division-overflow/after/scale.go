// Package scale converts amounts between currencies.
package scale

import (
	"errors"
	"math/bits"
)

var ErrTooLarge = errors.New("amount is too large")

// Scale gives amount * times / by.
func Scale(amount, times, by uint64) (uint64, error) {
	high, low := bits.Mul64(amount, times)
	if high >= by {
		return 0, ErrTooLarge
	}
	scaled, _ := bits.Div64(high, low, by)
	return scaled, nil
}
