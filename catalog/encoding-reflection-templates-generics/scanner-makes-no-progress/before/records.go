// Package records reads records that end in a semicolon.
package records

import (
	"bufio"
	"bytes"
	"io"
)

func split(data []byte, atEOF bool) (advance int, token []byte, err error) {
	end := bytes.IndexByte(data, ';')
	if end < 0 {
		return 0, nil, nil
	}
	return end, data[:end], nil
}

func Count(r io.Reader) int {
	scanner := bufio.NewScanner(r)
	scanner.Split(split)
	count := 0
	for scanner.Scan() { //crash:blame
		count++
	}
	return count
}
