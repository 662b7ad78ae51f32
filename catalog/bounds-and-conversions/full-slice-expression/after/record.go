// Package record reads records of fixed size.
package record

import "errors"

var ErrSize = errors.New("record has the wrong size")

const nameBytes, recordBytes = 8, 16

// Split gives name and rest; appending to the name does not touch the rest.
func Split(record []byte) (name, rest []byte, err error) {
	if len(record) != recordBytes {
		return nil, nil, ErrSize
	}
	rest = record[nameBytes:recordBytes:recordBytes]
	return record[:nameBytes:nameBytes], rest, nil
}
