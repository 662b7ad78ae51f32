//go:build unix

// Package server stops when it is told to.
package server

import (
	"os"
	"os/signal"
	"syscall"
)

type Server struct {
	Stopped chan struct{}
	ready   chan struct{}
}

// Start comes back at once; the server runs until SIGTERM.
func Start() *Server {
	s := &Server{Stopped: make(chan struct{}), ready: make(chan struct{})}
	go func() {
		<-s.ready
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, syscall.SIGTERM)
		<-stop
		close(s.Stopped)
	}()
	return s
}

// Serve begins to take requests.
func (s *Server) Serve() { close(s.ready) }
