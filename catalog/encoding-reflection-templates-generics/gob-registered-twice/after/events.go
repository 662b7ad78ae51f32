// Package shop stores what happened in a shop.
package shop

import (
	"bytes"
	"encoding/gob"
)

type Sold struct{ Item string }

type Returned struct{ Item, Why string }

func register() {
	gob.RegisterName("sold", Sold{})
	gob.RegisterName("returned", Returned{})
}

func Store(events []any) ([]byte, error) {
	register()
	var buffer bytes.Buffer
	err := gob.NewEncoder(&buffer).Encode(events)
	return buffer.Bytes(), err
}
