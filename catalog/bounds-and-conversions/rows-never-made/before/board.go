// Package board is a game of battleships.
package board

type Board struct{ ships [][]bool }

func New(width, height int) *Board {
	return &Board{ships: make([][]bool, height)}
}

func (b *Board) Place(x, y int) {
	b.ships[y][x] = true //crash:blame
}

func (b *Board) Hit(x, y int) bool { return b.ships[y][x] }
