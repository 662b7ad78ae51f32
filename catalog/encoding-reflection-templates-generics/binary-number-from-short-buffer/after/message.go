// Package message takes messages apart.
package message

import (
	"encoding/binary"
	"io"
)

// Length is what the first four bytes say.
func Length(message []byte) (uint32, error) {
	if len(message) < 4 {
		return 0, io.ErrUnexpectedEOF
	}
	return binary.BigEndian.Uint32(message), nil
}
