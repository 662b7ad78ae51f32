// Package traffic counts what goes over a connection.
package traffic

import "sync/atomic"

type Meter struct {
	paused bool
	bytes  atomic.Int64
}

func New() *Meter { return &Meter{} }

// Pause stops counting.
func (m *Meter) Pause() { m.paused = true }

func (m *Meter) Count(bytes int64) {
	if !m.paused {
		m.bytes.Add(bytes)
	}
}

func (m *Meter) Bytes() int64 { return m.bytes.Load() }
