// Package report reports prices.
package report

import "example.com/catalog/internal-package-of-others/shop/internal/prices" //crash:blame

func Sum(items ...string) int {
	sum := 0
	for _, item := range items {
		sum += prices.Of(item)
	}
	return sum
}
