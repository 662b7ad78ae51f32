// Package device reads from a device as a stream.
package device

import "bytes"

// Device reads like a driver: -1 at the end.
type Device interface{ Fetch(into []byte) int }

type Stream struct{ Device Device }

func (s Stream) Read(p []byte) (int, error) {
	return s.Device.Fetch(p), nil
}

func All(device Device) (string, error) {
	var all bytes.Buffer
	_, err := all.ReadFrom(Stream{device}) //crash:blame
	return all.String(), err
}
