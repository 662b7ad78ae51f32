// Package scores keeps the results of a game.
package scores

import (
	"slices"
	"sort"
)

type Board struct {
	points []int
}

func New(points ...int) *Board { return &Board{points: points} }

// Best returns the highest results.
func (b *Board) Best(count int) []int {
	points := slices.Clone(b.points)
	sort.Sort(sort.Reverse(sort.IntSlice(points)))
	best := make([]int, count)
	copy(best, points)
	return best
}
