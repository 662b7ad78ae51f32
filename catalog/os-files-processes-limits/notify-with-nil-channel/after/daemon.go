//go:build unix

// Package daemon runs until it is told to stop.
package daemon

import (
	"os"
	"os/signal"
	"syscall"
)

type Daemon struct {
	signals chan os.Signal
	Running bool
}

func (d *Daemon) Start() {
	d.signals = make(chan os.Signal, 1)
	signal.Notify(d.signals, syscall.SIGTERM)
	d.Running = true
}

func (d *Daemon) Stop() {
	signal.Stop(d.signals)
	d.Running = false
}
