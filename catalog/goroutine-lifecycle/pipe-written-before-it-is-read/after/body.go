// Package body encodes requests.
package body

import (
	"encoding/json"
	"io"
)

// Encode returns a reader for the value as JSON.
func Encode(value any) (io.Reader, error) {
	reader, writer := io.Pipe()
	go func() {
		writer.CloseWithError(json.NewEncoder(writer).Encode(value))
	}()
	return reader, nil
}
