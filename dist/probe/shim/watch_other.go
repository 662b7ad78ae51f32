//go:build !unix

package main

import (
	"os"
	"os/signal"
)

// watch keeps the shim alive through Ctrl-C, which reaches the child by itself. There are no signals to hand on, and a
// process does not learn of its parent's end.
type watch struct{}

func newWatch() *watch {
	signal.Notify(make(chan os.Signal, 1), os.Interrupt)
	return &watch{}
}

func (*watch) begin(*os.Process) {}

func (*watch) finish() (forwarded []string, parentGone bool) { return []string{}, false }
