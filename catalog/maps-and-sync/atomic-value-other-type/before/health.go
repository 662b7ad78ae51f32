// Package health remembers what went wrong last.
package health

import "sync/atomic"

type Health struct {
	last atomic.Value
}

// Report remembers the error.
func (h *Health) Report(err error) {
	h.last.Store(err) //crash:blame
}

// Last is nil as long as nothing went wrong.
func (h *Health) Last() error {
	err, _ := h.last.Load().(error)
	return err
}
