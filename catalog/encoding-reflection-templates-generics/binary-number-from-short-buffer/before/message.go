// Package message takes messages apart.
package message

import "encoding/binary"

// Length is what the first four bytes say.
func Length(message []byte) (uint32, error) {
	return binary.BigEndian.Uint32(message), nil //crash:blame
}
