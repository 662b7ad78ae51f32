// Package tracks reads recorded routes.
package tracks

import (
	"encoding/binary"
	"errors"
)

var ErrBroken = errors.New("track is broken")

// Read reads a count of eight bytes and then so many altitudes of two bytes.
func Read(data []byte) ([]uint16, error) {
	if len(data) < 8 {
		return nil, ErrBroken
	}
	count := binary.BigEndian.Uint64(data)
	data = data[8:]
	if count > uint64(len(data)/2) {
		return nil, ErrBroken
	}
	altitudes := make([]uint16, count)
	for i := range altitudes {
		altitudes[i] = binary.BigEndian.Uint16(data[2*i:])
	}
	return altitudes, nil
}
