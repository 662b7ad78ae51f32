// Package tiles computes areas.
package tiles

func Areas(sides []int) []int {
	areas := make([]int, len(sides))
	for i, side := range sides {
		areas[i] = side * side
	}
	return areas
}
