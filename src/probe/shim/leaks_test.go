package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheAgentIsToldToLookForLeaks(t *testing.T) {
	if got := agentConf(agentSettings{Leaks: true}, guard{}, false); got != "leaks 1\n" {
		t.Errorf("%q", got)
	}
	if got := agentConf(agentSettings{}, guard{}, false); strings.Contains(got, "leaks") {
		t.Errorf("%q", got)
	}
}

func TestLeaksGoWithACachedResult(t *testing.T) {
	attempt, store := t.TempDir(), filepath.Join(t.TempDir(), "store")
	const text = "crash-guard-leaks 1\nproof 1\ncut 0\ntotal 0\n"
	for name, content := range map[string]string{"start.json": "{}", "end.json": "{}", "leaks.txt": text, "agent.conf": "leaks 1\n"} {
		if err := os.WriteFile(filepath.Join(attempt, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := keep(attempt, store, "id"); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(filepath.Join(store, "id", "leaks.txt")); err != nil || string(kept) != text {
		t.Errorf("%q, %v", kept, err)
	}
	if _, err := os.Stat(filepath.Join(store, "id", "agent.conf")); err == nil {
		t.Error("what only a running process needs was kept")
	}
}
