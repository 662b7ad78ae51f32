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
	if message.Text == nil {
		message.Text = strings.NewReader("")
	}
	text, err := io.ReadAll(message.Text)
	if err != nil {
		return "", err
	}
	return message.From + ": " + strings.TrimSpace(string(text)), nil
}
