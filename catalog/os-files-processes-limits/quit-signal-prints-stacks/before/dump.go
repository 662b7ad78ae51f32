//go:build unix

// Package dump writes all goroutines when it gets SIGQUIT.
package dump

import (
	"io"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

type Dumper struct {
	signals chan os.Signal
	out     io.Writer
}

func New(out io.Writer) *Dumper {
	return &Dumper{signals: make(chan os.Signal, 1), out: out}
}

// Next waits for a signal and writes one dump.
func (d *Dumper) Next() error {
	signal.Notify(d.signals, syscall.SIGQUIT)
	<-d.signals
	return pprof.Lookup("goroutine").WriteTo(d.out, 1)
}
