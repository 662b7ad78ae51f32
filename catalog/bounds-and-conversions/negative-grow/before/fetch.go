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
	text.Grow(int(answer.Length)) //crash:blame
	_, err := text.ReadFrom(answer.Body)
	return text.String(), err
}
