package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"

	"go-crash-guard/probe/internal/record"
)

const (
	settingsVariable = "CRASH_GUARD_SHIM"
	agentVariable    = "CRASH_GUARD_AGENT"
	ownVariables     = "CRASH_GUARD_" // prefix of every variable that the child must not see
)

// settings is the file that CRASH_GUARD_SHIM names. It travels by environment because the text of the -exec command is
// part of go test's cache key and must be the same from run to run.
type settings struct {
	Schema         int              `json:"schema"`
	Run            string           `json:"run"`
	Leg            string           `json:"leg"`
	Store          string           `json:"store"` // records of passed runs, found again by cached results; may be empty
	TestLog        bool             `json:"testLog"`
	HeapProfile    bool             `json:"heapProfile"`
	MemProfileRate int              `json:"memProfileRate"` // bytes allocated per sample
	FallbackDir    string           `json:"fallbackDir"`
	Packages       map[string]place `json:"packages"` // by package folder
	Guard          string           `json:"guard"`    // the keeper's guard.json; may be empty, and need not exist
	AgentSettings  agentSettings    `json:"agentSettings"`
	Core           coreSettings     `json:"core"`
	Diagnose       string           `json:"diagnose"`       // how to watch the child more closely: "exit", "strace", "runtime" or ""
	Keep           string           `json:"keep"`           // which test binaries stay in their attempt's folder: keepDied, keepFailed, keepAll, keepNone
	Rerun          int              `json:"rerun"`          // the number of this further run; 0 for go test's own
	Perturb        int64            `json:"perturb"`        // seed of disturbed scheduling; 0 for none
	DataLimitBytes uint64           `json:"dataLimitBytes"` // of private memory, for each process; 0 for none
}

// agentSettings say when the agent leaves a snapshot behind; 0 is never.
type agentSettings struct {
	SnapshotAtPercent int    `json:"snapshotAtPercent"` // of the ceiling
	CeilingBytes      uint64 `json:"ceilingBytes"`      // what the job may use where no guard set a ceiling; 0 is not known
	Goroutines        int    `json:"goroutines"`
	Requests          bool   `json:"requests"` // whenever the supervisor asks
	Core              bool   `json:"core"`     // crash with a core dump
	Leaks             bool   `json:"leaks"`    // look for goroutines that outlive the tests
}

// coreSettings say whether core dumps are collected, and where the kernel writes them.
type coreSettings struct {
	Enabled bool   `json:"enabled"`
	Pattern string `json:"pattern"` // kernel.core_pattern; empty to read it here
}

// place says what is known about one package folder and where its attempts are recorded.
type place struct {
	Package        string `json:"package"`
	Dir            string `json:"dir"`
	Agent          string `json:"agent"`          // how the agent in the test binary works: "sample", "quiet" or "" for no agent
	MemProfileRate int    `json:"memProfileRate"` // the package's own, where it is not that of all; else 0
}

func loadSettings(path string) (settings, error) {
	if path == "" {
		return settings{}, errors.New(settingsVariable + " is not set: this program is run by go-crash-guard")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return settings{}, fmt.Errorf("%s: %w", settingsVariable, err)
	}
	var loaded settings
	if err := json.Unmarshal(text, &loaded); err != nil {
		return settings{}, fmt.Errorf("%s: %s: %w", settingsVariable, path, err)
	}
	if loaded.Schema != record.Schema {
		return settings{}, fmt.Errorf("%s: %s has schema %d, this program reads %d", settingsVariable, path, loaded.Schema, record.Schema)
	}
	return loaded, nil
}

// placeOf finds a package by its folder. A folder that nobody announced is recorded all the same, under a hash of its path.
func (s settings) placeOf(folder string) place {
	if known, ok := s.Packages[folder]; ok {
		return known
	}
	if s.FallbackDir == "" {
		return place{}
	}
	hash := fnv.New128a()
	hash.Write([]byte(folder))
	return place{Dir: filepath.Join(s.FallbackDir, hex.EncodeToString(hash.Sum(nil)))}
}

// currentFolder is the package folder, spelled as go list spells it: go test puts that spelling into PWD, while the
// kernel's has symbolic links resolved.
func currentFolder() string {
	here, err := os.Stat(".")
	if err == nil {
		spelled := os.Getenv("PWD")
		if there, err := os.Stat(spelled); err == nil && filepath.IsAbs(spelled) && os.SameFile(here, there) {
			return spelled
		}
	}
	folder, _ := os.Getwd()
	return folder
}
