// Package tiles computes areas.
package tiles

func Areas(sides []int) []int {
	areas := make([]int, 0, len(sides))
	for i, side := range sides {
		areas[i] = side * side //crash:blame
	}
	return areas
}
