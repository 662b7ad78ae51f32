// Package send hands buffers to a device that works in the background.
package send

import (
	"errors"
	"runtime"
)

var ErrEmpty = errors.New("send: nothing to send")

type Device interface {
	Submit(buffer *[256]byte, length int) error
}

func Message(device Device, text string) error {
	var pinner runtime.Pinner
	buffer := new([256]byte)
	pinner.Pin(buffer)
	length := copy(buffer[:], text)
	if length == 0 {
		return ErrEmpty
	}
	err := device.Submit(buffer, length)
	pinner.Unpin()
	return err
}
