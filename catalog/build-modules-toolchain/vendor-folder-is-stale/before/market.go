// Package market sells fruit.
package market

import "example.com/scale"

func Price(grams int) int { return scale.Kilos(grams) * 300 }
