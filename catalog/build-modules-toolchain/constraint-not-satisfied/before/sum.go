// Package sum adds numbers up.
package sum

type Money int

func Of[T int | float64](values ...T) T {
	var sum T
	for _, value := range values {
		sum += value
	}
	return sum
}

func Bill(prices ...Money) Money { return Of(prices...) } //crash:blame
