// Package export sends rows in batches.
package export

import "slices"

type Settings struct {
	// BatchSize is 100 if it is not set.
	BatchSize int
}

func Batches(rows []string, settings Settings) (sizes []int) {
	size := settings.BatchSize
	if size < 1 {
		size = 100
	}
	for batch := range slices.Chunk(rows, size) {
		sizes = append(sizes, len(batch))
	}
	return sizes
}
