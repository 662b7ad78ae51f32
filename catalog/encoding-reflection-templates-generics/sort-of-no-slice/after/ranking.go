// Package ranking ranks players.
package ranking

import "slices"

type Player struct {
	Name   string
	Points int
}

func Rank(players *[]Player) {
	slices.SortFunc(*players, func(a, b Player) int {
		return b.Points - a.Points
	})
}
