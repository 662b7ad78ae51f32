// Package heartbeat tells a partner that we are alive.
package heartbeat

import "time"

type Heart struct {
	timer *time.Timer
	beats chan struct{}
}

// Start beats after the delay, and then once more every minute.
func Start(delay time.Duration) *Heart {
	h := &Heart{beats: make(chan struct{}, 10)}
	h.timer = time.AfterFunc(delay, h.beat) //crash:related
	return h
}

func (h *Heart) beat() {
	h.timer.Reset(time.Minute) //crash:blame
	h.beats <- struct{}{}
}

// Beats gets a value with each beat.
func (h *Heart) Beats() <-chan struct{} { return h.beats }
