// Package flags turns features on and off.
package flags

import "sync"

type Flags struct {
	mu sync.RWMutex
	on map[string]bool
}

func (f *Flags) Set(name string, on bool) {
	f.mu.Lock()
	defer f.mu.RUnlock()
	if f.on == nil {
		f.on = make(map[string]bool)
	}
	f.on[name] = on
} //crash:blame

func (f *Flags) On(name string) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.on[name]
}
