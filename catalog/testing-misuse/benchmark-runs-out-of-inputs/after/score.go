// Package score rates reviews by their words.
package score

import "strings"

func Of(review string) int {
	return strings.Count(review, "good") - strings.Count(review, "bad")
}
