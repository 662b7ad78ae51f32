// Package column reads the columns of a batch that a driver describes.
package column

import "unsafe"

type Batch struct {
	Rows    int
	Columns []*int64
}

func (b *Batch) Sum(column int) int64 {
	var sum int64
	for _, value := range unsafe.Slice(b.Columns[column], b.Rows) { //crash:blame
		sum += value
	}
	return sum
}
