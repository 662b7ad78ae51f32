// Package sum adds numbers.
package sum

// Sum is written in assembly.
func Sum(a, b int64) int64
