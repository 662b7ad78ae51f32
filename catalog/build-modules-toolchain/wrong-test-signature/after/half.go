// Package half halves numbers.
package half

func Of(n int) int { return n / 2 }
