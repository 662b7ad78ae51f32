// Package texts holds the texts of a game.
package texts

import "embed"

//go:embed texts/*.txt
var files embed.FS

func Names() ([]string, error) {
	entries, err := files.ReadDir("texts")
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}
