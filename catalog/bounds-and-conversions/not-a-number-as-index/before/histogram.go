// Package histogram counts values in columns.
package histogram

import "slices"

func Columns(values []float64, columns int) []int {
	counts := make([]int, columns)
	low, high := slices.Min(values), slices.Max(values)
	for _, value := range values {
		share := (value - low) / (high - low)
		column := min(int(share*float64(columns)), columns-1)
		counts[column]++ //crash:blame
	}
	return counts
}
