// Package metrics counts events for the whole program.
package metrics

import (
	"sync"
	"sync/atomic"
)

type Registry struct {
	events atomic.Int64
}

var (
	registry *Registry
	create   sync.Once
)

// Default is the registry that everybody shares.
func Default() *Registry {
	create.Do(func() { registry = new(Registry) })
	return registry
}

func (r *Registry) Count()        { r.events.Add(1) }
func (r *Registry) Events() int64 { return r.events.Load() }
