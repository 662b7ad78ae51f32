// Package jobs knows which jobs are under way.
package jobs

import (
	"maps"
	"sync"
)

type Jobs struct {
	mu      sync.Mutex
	running map[int]string
}

func New() *Jobs { return &Jobs{running: make(map[int]string)} }

func (j *Jobs) Begin(number int, name string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.running[number] = name
}

func (j *Jobs) End(number int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	delete(j.running, number)
}

// Snapshot is the caller's to keep.
func (j *Jobs) Snapshot() map[int]string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return maps.Clone(j.running)
}
