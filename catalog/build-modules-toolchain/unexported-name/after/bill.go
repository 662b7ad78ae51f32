// Package bill makes bills.
package bill

import "strconv"

func total(cents []int) int {
	sum := 0
	for _, c := range cents {
		sum += c
	}
	return sum
}

func Text(cents []int) string { return "total " + strconv.Itoa(total(cents)) }
