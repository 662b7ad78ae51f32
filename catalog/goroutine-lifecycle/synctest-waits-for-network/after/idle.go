// Package idle closes connections that nobody uses.
package idle

import (
	"net"
	"time"
)

// Serve answers each line with itself and closes after an hour of silence.
func Serve(conn net.Conn) error {
	idle := time.AfterFunc(time.Hour, func() { conn.Close() })
	defer idle.Stop()
	block := make([]byte, 1024)
	for {
		n, err := conn.Read(block)
		if err != nil {
			return err
		}
		idle.Reset(time.Hour)
		if _, err := conn.Write(block[:n]); err != nil {
			return err
		}
	}
}
