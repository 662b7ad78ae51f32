//go:build linux

// Package control reads commands from a named pipe.
package control

import (
	"os"
	"syscall"
	"time"
)

type Pipe struct{ path string }

func New(path string) (*Pipe, error) {
	return &Pipe{path: path}, syscall.Mkfifo(path, 0o600)
}

// Poll returns the command that waits, if there is one.
func (p *Pipe) Poll(wait time.Duration) (string, bool) {
	file, err := os.OpenFile(p.path, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		return "", false
	}
	defer file.Close()
	file.SetReadDeadline(time.Now().Add(wait))
	command := make([]byte, 256)
	n, err := file.Read(command)
	return string(command[:n]), err == nil
}
