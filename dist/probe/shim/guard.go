package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
)

// guard is the part of the keeper's guard.json that concerns one test binary. Without a guard it is empty.
type guard struct {
	CeilingBytes *uint64 `json:"ceilingBytes"`
	MemoryDir    string  `json:"memoryDir"` // the control group with the ceiling; empty when a watcher holds it
}

const maxGuardBytes = 1 << 20

// loadGuard reads guard.json. No file is no guard: the keeper makes none when it was not asked to.
func loadGuard(path string) (guard, error) {
	if path == "" {
		return guard{}, nil
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return guard{}, nil
	}
	if err != nil {
		return guard{}, err
	}
	defer file.Close()
	var loaded guard
	if err := json.NewDecoder(io.LimitReader(file, maxGuardBytes)).Decode(&loaded); err != nil {
		return guard{}, err
	}
	return loaded, nil
}
