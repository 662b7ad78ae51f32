package main

import (
	"bufio"
	"io"
)

// order is what the supervisor wants; cancelled carries the first one in the record.
type order string

const (
	interrupt      order = "SIGINT"
	terminate      order = "SIGTERM"
	kill           order = "SIGKILL"
	supervisorGone order = "supervisor-gone" // the end of the input, not a line
)

// readOrders reads one order a line. A pipe from the supervisor ends when the supervisor does, however it ends.
func readOrders(input io.Reader) <-chan order {
	orders := make(chan order)
	go func() {
		lines := bufio.NewScanner(input)
		for lines.Scan() {
			switch line := order(lines.Text()); line {
			case interrupt, terminate, kill:
				orders <- line
			}
		}
		orders <- supervisorGone
	}()
	return orders
}
