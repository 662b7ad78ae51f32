package board

import "testing"

func TestShipOnBoard(t *testing.T) {
	board := New(10, 10)
	board.Place(2, 7)
	if !board.Hit(2, 7) || board.Hit(7, 2) {
		t.Fatal("the ship is not where it was placed")
	}
}
