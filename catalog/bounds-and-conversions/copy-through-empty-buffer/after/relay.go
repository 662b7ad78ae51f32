// Package relay passes messages on.
package relay

import "io"

type Relay struct {
	// BufferBytes is 4096 if it is not set.
	BufferBytes int
}

func (r *Relay) Pass(to io.Writer, from io.Reader) (int64, error) {
	size := r.BufferBytes
	if size <= 0 {
		size = 4096
	}
	return io.CopyBuffer(to, from, make([]byte, size))
}
