// Package wordlist holds the words of a file.
package wordlist

import (
	"os"
	"strings"
)

var words = load()

func load() []string {
	if len(os.Args) < 2 {
		return nil
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err) //crash:blame
	}
	return strings.Fields(string(text))
}

func Use(path string) error { return nil }

func Len() int { return len(words) }
