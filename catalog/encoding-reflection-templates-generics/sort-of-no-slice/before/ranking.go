// Package ranking ranks players.
package ranking

import "sort"

type Player struct {
	Name   string
	Points int
}

func Rank(players *[]Player) {
	sort.Slice(players, func(i, j int) bool { //crash:blame
		return (*players)[i].Points > (*players)[j].Points
	})
}
