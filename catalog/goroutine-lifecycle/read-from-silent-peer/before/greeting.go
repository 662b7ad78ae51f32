// Package greeting reads what a server says first.
package greeting

import (
	"bufio"
	"net"
	"time"
)

// Of returns the first line of the server.
func Of(address string, timeout time.Duration) (string, error) {
	conn, err := net.DialTimeout("tcp", address, timeout)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	return bufio.NewReader(conn).ReadString('\n') //crash:blame
}
