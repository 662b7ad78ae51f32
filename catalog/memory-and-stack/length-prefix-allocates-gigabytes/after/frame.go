// Package frame reads frames that begin with their length.
package frame

import (
	"encoding/binary"
	"errors"
	"io"
)

var ErrTooLarge = errors.New("frame: too large")

const maxLength = 16 << 20

func Read(r io.Reader) ([]byte, error) {
	var header [4]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(header[:])
	if length > maxLength {
		return nil, ErrTooLarge
	}
	frame := make([]byte, length)
	_, err := io.ReadFull(r, frame)
	return frame, err
}
