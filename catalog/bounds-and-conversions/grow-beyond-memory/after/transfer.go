// Package transfer receives files in pieces.
package transfer

import "slices"

type Offer struct {
	Name   string
	Pieces int
}

const usualPieces = 1024

func Receive(offer Offer, pieces <-chan []byte) [][]byte {
	received := slices.Grow([][]byte(nil), min(max(offer.Pieces, 0), usualPieces))
	for piece := range pieces {
		received = append(received, piece)
	}
	return received
}
