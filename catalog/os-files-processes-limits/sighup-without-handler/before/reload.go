//go:build unix

// Package reload reads the settings again when it gets SIGHUP.
package reload

import (
	"os"
	"os/signal"
	"syscall"
)

type Reloader struct {
	signals chan os.Signal
	Reloads int
}

func New() *Reloader {
	r := &Reloader{signals: make(chan os.Signal, 1)}
	signal.Notify(r.signals, syscall.SIGHUP)
	return r
}

// Wait comes back after one reload.
func (r *Reloader) Wait(read func()) {
	<-r.signals
	signal.Stop(r.signals)
	read()
	r.Reloads++
	signal.Notify(r.signals, syscall.SIGHUP)
}

func (r *Reloader) Close() { signal.Stop(r.signals) }
