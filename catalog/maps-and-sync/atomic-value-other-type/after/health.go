// Package health remembers what went wrong last.
package health

import "sync/atomic"

type Health struct {
	last atomic.Value
}

// failure gives all errors the same type.
type failure struct{ err error }

// Report remembers the error.
func (h *Health) Report(err error) {
	h.last.Store(failure{err})
}

// Last is nil as long as nothing went wrong.
func (h *Health) Last() error {
	last, _ := h.last.Load().(failure)
	return last.err
}
