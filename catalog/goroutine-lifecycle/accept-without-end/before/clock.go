// Package clock tells the time to everyone who connects.
package clock

import (
	"context"
	"fmt"
	"net"
	"time"
)

// Serve answers until the context ends.
func Serve(ctx context.Context, listener net.Listener) error {
	for ctx.Err() == nil {
		conn, err := listener.Accept() //crash:blame
		if err != nil {
			return err
		}
		fmt.Fprintln(conn, time.Now().Format(time.Kitchen))
		conn.Close()
	}
	return nil
}
