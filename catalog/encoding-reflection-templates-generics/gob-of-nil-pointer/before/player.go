// Package player saves the state of a game.
package player

import (
	"encoding/gob"
	"io"
)

type State struct{ Level, Lives int }

type Game struct{ state *State }

func (g *Game) Save(w io.Writer) error {
	return gob.NewEncoder(w).Encode(g.state) //crash:blame
}
