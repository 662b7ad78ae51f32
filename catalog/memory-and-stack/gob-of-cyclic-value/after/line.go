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
	var names []string
	for station := first; station != nil; station = station.Next {
		names = append(names, station.Name)
	}
	err := gob.NewEncoder(&file).Encode(names)
	return file.Bytes(), err
}
