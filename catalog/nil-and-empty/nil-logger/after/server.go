// Package server logs what it does.
package server

import (
	"errors"
	"io"
	"log"
)

var logger *log.Logger

func newLogger(out io.Writer) (*log.Logger, error) {
	if out == nil {
		return nil, errors.New("no place to log to")
	}
	return log.New(out, "server: ", 0), nil
}

func Setup(out io.Writer) error {
	made, err := newLogger(out)
	if err != nil {
		return err
	}
	logger = made
	logger.Print("ready")
	return nil
}

func Start(port int) {
	logger.Printf("listening on port %d", port)
}
