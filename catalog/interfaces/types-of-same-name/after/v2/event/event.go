// Package event is version 2.
package event

type Paid struct {
	Cents    int
	Currency string
}
