// Package state names the states of an order.
package state

type State int

const (
	Open State = iota
	Paid
	Sent
	Returned
)

var names = []string{"open", "paid", "sent"}

func (s State) String() string {
	return names[s] //crash:blame
}

// Title is the heading of a page.
func Title(s State) string { return "Orders: " + s.String() }
