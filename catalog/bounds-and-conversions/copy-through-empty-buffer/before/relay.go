// Package relay passes messages on.
package relay

import "io"

type Relay struct {
	// BufferBytes is 4096 if it is not set.
	BufferBytes int
}

func (r *Relay) Pass(to io.Writer, from io.Reader) (int64, error) {
	buffer := make([]byte, r.BufferBytes)
	return io.CopyBuffer(to, from, buffer) //crash:blame
}
