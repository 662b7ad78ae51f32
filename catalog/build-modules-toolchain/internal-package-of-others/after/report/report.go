// Package report reports prices.
package report

import "example.com/catalog/internal-package-of-others/shop"

func Sum(items ...string) int {
	sum := 0
	for _, item := range items {
		sum += shop.Price(item)
	}
	return sum
}
