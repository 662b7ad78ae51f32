// Package blocks cuts a file into blocks.
package blocks

import "io"

// Send sends the file in blocks and closes the channel.
func Send(file io.Reader, size int, blocks chan<- []byte) error {
	defer close(blocks)
	for {
		buffer := make([]byte, size)
		n, err := io.ReadFull(file, buffer)
		if n > 0 {
			blocks <- buffer[:n]
		}
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Sum adds up all bytes of the blocks.
func Sum(blocks <-chan []byte) int {
	sum := 0
	for block := range blocks {
		for _, value := range block {
			sum += int(value)
		}
	}
	return sum
}
