// Package checksum adds up the bytes of files.
package checksum

import (
	"io"
	"sync"
)

var blocks = sync.Pool{New: func() any {
	block := make([]byte, 4096)
	return &block
}}

// Of returns the sum of all bytes.
func Of(file io.Reader) (uint64, error) {
	block := blocks.Get().([]byte) //crash:blame
	defer blocks.Put(&block)
	sum := uint64(0)
	for {
		n, err := file.Read(block)
		for _, value := range block[:n] {
			sum += uint64(value)
		}
		if err == io.EOF {
			return sum, nil
		}
		if err != nil {
			return 0, err
		}
	}
}
