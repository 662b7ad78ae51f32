// Package body encodes requests.
package body

import (
	"encoding/json"
	"io"
)

// Encode returns a reader for the value as JSON.
func Encode(value any) (io.Reader, error) {
	reader, writer := io.Pipe()
	if err := json.NewEncoder(writer).Encode(value); err != nil { //crash:blame
		return nil, err
	}
	return reader, writer.Close()
}
