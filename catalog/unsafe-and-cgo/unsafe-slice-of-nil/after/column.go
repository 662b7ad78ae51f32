// Package column reads the columns of a batch that a driver describes.
package column

import "unsafe"

type Batch struct {
	Rows    int
	Columns []*int64
}

func (b *Batch) Sum(column int) int64 {
	if b.Columns[column] == nil {
		return 0
	}
	var sum int64
	for _, value := range unsafe.Slice(b.Columns[column], b.Rows) {
		sum += value
	}
	return sum
}
