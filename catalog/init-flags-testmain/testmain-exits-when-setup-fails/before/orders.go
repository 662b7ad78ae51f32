// Package orders stores orders in a database.
package orders

import (
	"errors"
	"net"
	"time"
)

// Address of the database; port 9 is for discarding and has no server.
var Address = "127.0.0.1:9"

var ErrNoDatabase = errors.New("orders: no database")

func Connect() error {
	conn, err := net.DialTimeout("tcp", Address, time.Second)
	if err != nil {
		return ErrNoDatabase
	}
	return conn.Close()
}

func Total(cents ...int) int {
	total := 0
	for _, one := range cents {
		total += one
	}
	return total
}
