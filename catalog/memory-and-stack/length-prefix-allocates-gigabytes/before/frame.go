// Package frame reads frames that begin with their length.
package frame

import (
	"encoding/binary"
	"errors"
	"io"
)

var ErrTooLarge = errors.New("frame: too large")

func Read(r io.Reader) ([]byte, error) {
	var header [4]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(header[:])
	frame := make([]byte, length) //crash:blame
	_, err := io.ReadFull(r, frame)
	return frame, err
}
