// Package record writes the small JSON files that the probe leaves behind.
package record

import (
	"encoding/json"
	"os"
	"strconv"
)

// Schema is the version of every JSON file that the probe reads and writes.
const Schema = 1

// WriteJSON puts value into the file at path, as one line of JSON. The file appears whole or not at all: a reader that
// looks while the writer is killed sees either nothing or everything.
func WriteJSON(path string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return err
	}
	// The process id keeps two writers apart; rename within one folder is atomic.
	draft := path + "." + strconv.Itoa(os.Getpid()) + ".tmp"
	if err := os.WriteFile(draft, append(text, '\n'), 0o644); err != nil {
		os.Remove(draft)
		return err
	}
	if err := os.Rename(draft, path); err != nil {
		os.Remove(draft)
		return err
	}
	return nil
}
