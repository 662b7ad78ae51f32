//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// surviveSignals drops what a terminal or a CI runner sends to everybody: the supervisor gives orders, and somebody has
// to be left to clean up. The signals are caught, not ignored, because the command would inherit that; what is ignored
// already (nohup) stays so.
func surviveSignals() {
	dropped := make(chan os.Signal, 1)
	for _, survived := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if !signal.Ignored(survived) {
			signal.Notify(dropped, survived)
		}
	}
}

func (o order) number() syscall.Signal {
	switch o {
	case interrupt:
		return syscall.SIGINT
	case kill:
		return syscall.SIGKILL
	default:
		return syscall.SIGTERM
	}
}
