// Package frames passes network frames on, from C or from Go.
package frames

// #include <stdlib.h>
import "C"

import "unsafe"

const headerSize = 16

type Frame struct {
	payload unsafe.Pointer
	release func()
}

// FromDevice copies into C memory.
func FromDevice(bytes []byte) *Frame {
	frame := &Frame{payload: C.CBytes(bytes)}
	frame.release = func() { C.free(frame.payload) }
	return frame
}

// FromGo leaves room for a header in front.
func FromGo(size int) *Frame {
	bytes := make([]byte, headerSize+size)
	frame := &Frame{payload: unsafe.Pointer(&bytes[headerSize])}
	return frame
}

func (f *Frame) Done() {
	if f.release != nil {
		f.release()
	}
	f.payload = nil
}
