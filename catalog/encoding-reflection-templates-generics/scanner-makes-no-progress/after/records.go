// Package records reads records that are separated by semicolons.
package records

import (
	"bufio"
	"bytes"
	"io"
)

func split(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if end := bytes.IndexByte(data, ';'); end >= 0 {
		return end + 1, data[:end], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

func Count(r io.Reader) int {
	scanner := bufio.NewScanner(r)
	scanner.Split(split)
	count := 0
	for scanner.Scan() {
		count++
	}
	return count
}
