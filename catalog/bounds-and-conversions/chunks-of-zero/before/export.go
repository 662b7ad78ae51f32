// Package export sends rows in batches.
package export

import "slices"

type Settings struct {
	BatchSize int
}

func Batches(rows []string, settings Settings) (sizes []int) {
	for batch := range slices.Chunk(rows, settings.BatchSize) { //crash:blame
		sizes = append(sizes, len(batch))
	}
	return sizes
}
