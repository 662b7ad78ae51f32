// Package clock tells the time to everyone who connects.
package clock

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"
)

// Serve answers until the context ends.
func Serve(ctx context.Context, listener net.Listener) error {
	stop := context.AfterFunc(ctx, func() { listener.Close() })
	defer stop()
	for ctx.Err() == nil {
		conn, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(conn, time.Now().Format(time.Kitchen))
		conn.Close()
	}
	return nil
}
