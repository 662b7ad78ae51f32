// Package texts reads the texts of a folder.
package texts

import (
	"os"
	"path/filepath"
)

func Read(folder string) map[string]string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		panic(err)
	}
	texts := map[string]string{}
	for _, entry := range entries {
		if !entry.Type().IsRegular() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, entry.Name()))
		if err != nil {
			panic(err)
		}
		texts[entry.Name()] = string(text)
	}
	return texts
}
