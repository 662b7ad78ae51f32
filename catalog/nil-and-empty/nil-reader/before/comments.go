// Package comments takes what readers write.
package comments

import (
	"io"
	"strings"
)

type Message struct {
	From string
	Text io.Reader
}

func Accept(message Message) (string, error) {
	text, err := io.ReadAll(message.Text) //crash:blame
	if err != nil {
		return "", err
	}
	return message.From + ": " + strings.TrimSpace(string(text)), nil
}
