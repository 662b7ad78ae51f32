// Package heartbeat tells a partner that we are alive.
package heartbeat

import (
	"sync"
	"time"
)

type Heart struct {
	mu    sync.Mutex
	timer *time.Timer
	beats chan struct{}
}

// Start beats after the delay, and then once more every minute.
func Start(delay time.Duration) *Heart {
	h := &Heart{beats: make(chan struct{}, 10)}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.timer = time.AfterFunc(delay, h.beat)
	return h
}

func (h *Heart) beat() {
	h.mu.Lock()
	h.timer.Reset(time.Minute)
	h.mu.Unlock()
	h.beats <- struct{}{}
}

// Beats gets a value with each beat.
func (h *Heart) Beats() <-chan struct{} { return h.beats }
