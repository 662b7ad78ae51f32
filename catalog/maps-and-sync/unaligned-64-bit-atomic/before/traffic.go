// Package traffic counts what goes over a connection.
package traffic

import "sync/atomic"

type Meter struct {
	paused bool
	bytes  int64
}

func New() *Meter { return &Meter{} }

// Pause stops counting.
func (m *Meter) Pause() { m.paused = true }

func (m *Meter) Count(bytes int64) {
	if !m.paused {
		atomic.AddInt64(&m.bytes, bytes) //crash:blame
	}
}

func (m *Meter) Bytes() int64 { return atomic.LoadInt64(&m.bytes) }
