// Package line saves railway lines.
package line

import (
	"bytes"
	"encoding/gob"
)

type Station struct {
	Name       string
	Next, Back *Station
}

func Connect(a, b *Station) {
	a.Next, b.Back = b, a
}

func Save(first *Station) ([]byte, error) {
	var file bytes.Buffer
	err := gob.NewEncoder(&file).Encode(first) //crash:blame
	return file.Bytes(), err
}
