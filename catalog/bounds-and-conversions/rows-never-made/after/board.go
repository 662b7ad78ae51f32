// Package board is a game of battleships.
package board

type Board struct{ ships [][]bool }

func New(width, height int) *Board {
	ships := make([][]bool, height)
	for y := range ships {
		ships[y] = make([]bool, width)
	}
	return &Board{ships: ships}
}

func (b *Board) Place(x, y int) {
	b.ships[y][x] = true
}

func (b *Board) Hit(x, y int) bool { return b.ships[y][x] }
