//go:build !unix

package main

import (
	"os"
	"os/signal"
)

func surviveSignals() {
	signal.Notify(make(chan os.Signal, 1), os.Interrupt)
}
