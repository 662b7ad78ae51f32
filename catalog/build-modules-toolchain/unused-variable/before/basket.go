// Package basket adds up what is in a basket.
package basket

func Total(cents []int) int {
	sum := 0
	for _, c := range cents {
		total := sum + c //crash:blame
	}
	return sum
}
