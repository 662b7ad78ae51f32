// Package ratings averages stars.
package ratings

func Average(stars []int) int {
	sum := 0
	for _, star := range stars {
		sum += star
	}
	return sum / len(stars) //crash:blame
}
