// Package lamp switches a lamp.
package lamp

type Lamp struct{ On bool }

func (l *Lamp) Switch() { l.On = !l.On }
