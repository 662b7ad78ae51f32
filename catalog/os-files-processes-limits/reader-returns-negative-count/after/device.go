// Package device reads from a device as a stream.
package device

import (
	"bytes"
	"io"
)

// Device reads like a driver: -1 at the end.
type Device interface{ Fetch(into []byte) int }

type Stream struct{ Device Device }

func (s Stream) Read(p []byte) (int, error) {
	n := s.Device.Fetch(p)
	if n < 0 {
		return 0, io.EOF
	}
	return n, nil
}

func All(device Device) (string, error) {
	var all bytes.Buffer
	_, err := all.ReadFrom(Stream{device})
	return all.String(), err
}
