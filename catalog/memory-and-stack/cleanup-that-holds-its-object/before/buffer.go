// Package buffer counts the memory that buffers use outside of Go's heap.
package buffer

import (
	"runtime"
	"sync/atomic"
)

var used atomic.Int64

type Buffer struct {
	memory []byte
	size   int64
}

func New(size int64) *Buffer {
	b := &Buffer{memory: make([]byte, size), size: size}
	used.Add(size)
	runtime.AddCleanup(b, release, b) //crash:blame
	return b
}

func release(b *Buffer) { used.Add(-b.size) }

func Used() int64 { return used.Load() }
