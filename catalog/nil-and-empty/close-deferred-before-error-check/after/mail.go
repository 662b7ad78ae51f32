// Package mail reads the templates of letters.
package mail

import (
	"fmt"
	"io"
	"io/fs"
)

func Template(folder fs.FS, name string) (string, error) {
	file, err := folder.Open(name + ".txt")
	if err != nil {
		return "", fmt.Errorf("no letter %q: %w", name, err)
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	return string(text), err
}
