// Package camera queues frame buffers for a camera driver.
package camera

import (
	"runtime"
	"unsafe"
)

type Queue struct {
	pinner  runtime.Pinner
	buffers []unsafe.Pointer
}

func (q *Queue) Add(frame []byte) {
	if len(frame) == 0 {
		return
	}
	q.pinner.Pin(&frame[0])
	q.buffers = append(q.buffers, unsafe.Pointer(&frame[0]))
}

func (q *Queue) Len() int { return len(q.buffers) }

func (q *Queue) Close() { q.pinner.Unpin() }
