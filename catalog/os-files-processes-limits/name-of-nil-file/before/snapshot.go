// Package snapshot saves states in scratch files.
package snapshot

import (
	"os"
)

var Failures int

func Save(folder, state string) (string, error) {
	file, err := os.CreateTemp(folder, "snapshot")
	if err != nil {
		Failures++
	}
	defer file.Close()
	if _, err := file.WriteString(state); err != nil {
		Failures++
	}
	return file.Name(), nil //crash:blame
}
