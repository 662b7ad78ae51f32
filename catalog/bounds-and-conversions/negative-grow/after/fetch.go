// Package fetch collects answers of servers.
package fetch

import (
	"bytes"
	"io"
)

type Answer struct {
	// Length is -1 if the server does not tell.
	Length int64
	Body   io.Reader
}

func Text(answer Answer) (string, error) {
	var text bytes.Buffer
	if answer.Length > 0 {
		text.Grow(int(min(answer.Length, 1<<20)))
	}
	_, err := text.ReadFrom(answer.Body)
	return text.String(), err
}
