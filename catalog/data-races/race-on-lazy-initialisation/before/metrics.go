// Package metrics counts events for the whole program.
package metrics

import "sync/atomic"

type Registry struct {
	events atomic.Int64
}

var registry *Registry

// Default is the registry that everybody shares.
func Default() *Registry {
	if registry == nil { //crash:blame
		registry = new(Registry) //crash:related
	}
	return registry
}

func (r *Registry) Count()        { r.events.Add(1) }
func (r *Registry) Events() int64 { return r.events.Load() }
