package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// keptFiles is what a cached result needs: how the binary ran and what it used.
func keptFiles() []string {
	return []string{"start.json", "end.json", "timeline.csv", "heap.pprof", "leaks.txt"}
}

// keep copies an attempt's files, those that exist, to STORE/ID. The folder appears whole or not at all. It must happen
// before the shim exits: from then on go test may cache the result that names it.
func keep(attemptDir, store, id string) error {
	if err := os.MkdirAll(store, 0o755); err != nil {
		return err
	}
	draft, err := os.MkdirTemp(store, ".draft-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(draft) // does nothing once it is renamed
	if err := os.Chmod(draft, 0o755); err != nil {
		return err
	}
	for _, name := range keptFiles() {
		err := copyFile(filepath.Join(attemptDir, name), filepath.Join(draft, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(draft, filepath.Join(store, id))
}

func copyFile(from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := io.Copy(target, source); err != nil {
		target.Close()
		return err
	}
	return target.Close()
}
