// Package mail reads the templates of letters.
package mail

import (
	"fmt"
	"io"
	"io/fs"
)

func Template(folder fs.FS, name string) (string, error) {
	file, err := folder.Open(name + ".txt")
	defer file.Close() //crash:blame
	if err != nil {
		return "", fmt.Errorf("no letter %q: %w", name, err)
	}
	text, err := io.ReadAll(file)
	return string(text), err
}
