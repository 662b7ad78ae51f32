// Package wordlist holds the words of a file.
package wordlist

import (
	"os"
	"strings"
)

var words []string

func Use(path string) error {
	text, err := os.ReadFile(path)
	words = strings.Fields(string(text))
	return err
}

func Len() int { return len(words) }
