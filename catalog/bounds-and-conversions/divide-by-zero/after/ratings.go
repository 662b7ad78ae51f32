// Package ratings averages stars.
package ratings

// Average is 0 without any stars.
func Average(stars []int) int {
	if len(stars) == 0 {
		return 0
	}
	sum := 0
	for _, star := range stars {
		sum += star
	}
	return sum / len(stars)
}
