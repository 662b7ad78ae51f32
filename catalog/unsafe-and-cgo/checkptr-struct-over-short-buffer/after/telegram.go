// Package telegram reads what the meters send.
package telegram

import (
	"encoding/binary"
	"errors"
)

type Header struct {
	Meter    uint64
	Sequence uint64
	Reading  uint64
}

var ErrShort = errors.New("telegram: short packet")

func Parse(packet []byte) (Header, error) {
	if len(packet) < 24 {
		return Header{}, ErrShort
	}
	return Header{
		Meter:    binary.LittleEndian.Uint64(packet[0:]),
		Sequence: binary.LittleEndian.Uint64(packet[8:]),
		Reading:  binary.LittleEndian.Uint64(packet[16:]),
	}, nil
}
