// Package echo says back what it hears.
package echo

import (
	"io"
	"net"
)

func Serve(listener net.Listener) error {
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		go io.Copy(connection, connection)
	}
}
