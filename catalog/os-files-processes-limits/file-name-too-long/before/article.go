// Package article saves articles by their titles.
package article

import (
	"os"
	"strings"
)

func fileName(title string) string {
	return strings.ReplaceAll(strings.ToLower(title), " ", "-") + ".html"
}

func Save(title, text string) string {
	name := fileName(title)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		panic(err) //crash:blame
	}
	return name
}
