package main

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"go-crash-guard/probe/internal/cgroup"
)

// guard is the part of the keeper's guard.json that concerns one test binary. Without a guard it is empty.
type guard struct {
	CeilingBytes *uint64 `json:"ceilingBytes"`
	MemoryDir    string  `json:"memoryDir"` // the control group with those of go test and the tests in it; empty when a watcher holds the ceiling
}

// testsDir is the control group that holds all tests together below the ceiling, "" when a watcher holds it.
func (g guard) testsDir() string {
	if g.MemoryDir == "" {
		return ""
	}
	return filepath.Join(g.MemoryDir, cgroup.TestsGroup)
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
