// Package scale weighs.
package scale

func Kilos(grams int) int { return grams / 1000 }
