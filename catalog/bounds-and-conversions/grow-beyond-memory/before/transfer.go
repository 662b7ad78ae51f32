// Package transfer receives files in pieces.
package transfer

import "slices"

type Offer struct {
	Name   string
	Pieces int
}

func Receive(offer Offer, pieces <-chan []byte) [][]byte {
	received := slices.Grow([][]byte(nil), offer.Pieces) //crash:blame
	for piece := range pieces {
		received = append(received, piece)
	}
	return received
}
