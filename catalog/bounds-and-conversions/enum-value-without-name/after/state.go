// Package state names the states of an order.
package state

import "fmt"

type State int

const (
	Open State = iota
	Paid
	Sent
	Returned
)

var names = []string{"open", "paid", "sent", "returned"}

func (s State) String() string {
	if s < 0 || int(s) >= len(names) {
		return fmt.Sprintf("State(%d)", int(s))
	}
	return names[s]
}

// Title is the heading of a page.
func Title(s State) string { return "Orders: " + s.String() }
