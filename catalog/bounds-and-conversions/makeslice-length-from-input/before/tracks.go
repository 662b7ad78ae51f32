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
	count := int(binary.BigEndian.Uint64(data))
	data = data[8:]
	altitudes := make([]uint16, count) //crash:blame
	for i := range altitudes {
		if len(data) < 2*(i+1) {
			return nil, ErrBroken
		}
		altitudes[i] = binary.BigEndian.Uint16(data[2*i:])
	}
	return altitudes, nil
}
