// Package telegram reads what the meters send.
package telegram

import (
	"errors"
	"unsafe"
)

type Header struct {
	Meter    uint64
	Sequence uint64
	Reading  uint64
}

var ErrShort = errors.New("telegram: short packet")

func Parse(packet []byte) (Header, error) {
	if len(packet) == 0 {
		return Header{}, ErrShort
	}
	return *(*Header)(unsafe.Pointer(&packet[0])), nil //crash:blame
}
