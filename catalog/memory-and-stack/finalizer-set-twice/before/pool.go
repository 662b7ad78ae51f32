// Package pool keeps connections for their next use.
package pool

import "runtime"

type Conn struct {
	Number int
	open   bool
}

var (
	free []*Conn
	made int
)

func Get() *Conn {
	var conn *Conn
	if last := len(free) - 1; last >= 0 {
		conn, free = free[last], free[:last]
	} else {
		made++
		conn = &Conn{Number: made}
	}
	conn.open = true
	runtime.SetFinalizer(conn, (*Conn).close) //crash:blame
	return conn
}

func Put(conn *Conn) { free = append(free, conn) }

func (c *Conn) close() { c.open = false }
