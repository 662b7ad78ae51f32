// Package wave reads single samples of a recording.
package wave

import "unsafe"

type Recording struct{ samples []int16 }

func NewRecording(samples int) *Recording {
	return &Recording{samples: make([]int16, samples)}
}

func (r *Recording) Len() int { return len(r.samples) }

func (r *Recording) Sample(index int) int16 {
	first := unsafe.Pointer(&r.samples[0])
	offset := uintptr(index) * unsafe.Sizeof(int32(0))
	return *(*int16)(unsafe.Pointer(uintptr(first) + offset)) //crash:blame
}
