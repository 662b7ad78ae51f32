// Package shop sells things.
package shop

import "example.com/catalog/internal-package-of-others/shop/internal/prices"

func Price(item string) int { return prices.Of(item) }
