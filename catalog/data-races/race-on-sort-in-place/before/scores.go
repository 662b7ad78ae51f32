// Package scores keeps the results of a game.
package scores

import "sort"

type Board struct {
	points []int
}

func New(points ...int) *Board { return &Board{points: points} }

// Best returns the highest results.
func (b *Board) Best(count int) []int {
	sort.Sort(sort.Reverse(sort.IntSlice(b.points))) //crash:blame
	best := make([]int, count)
	copy(best, b.points)
	return best
}
