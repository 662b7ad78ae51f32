// Package discount lowers prices.
package discount

func Apply(cents, percent int) int {
	if percent < 0 {
		percent = 0
	}
	return cents - cents*percent/100
}
