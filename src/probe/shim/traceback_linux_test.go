package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheRuntimeIsToldToDumpFromItsStart(t *testing.T) {
	t.Setenv(tracebackVariable, "")
	os.Unsetenv(tracebackVariable)
	w := dumping(t)
	const told = "GOTRACEBACK=crash\nCRASH_GUARD_TRACEBACK=1\n"
	if ended := w.run(t, "environment", os.Args[0]); !strings.Contains(ended.stdout, told) {
		t.Error(ended.stdout)
	}
	w.settings.AgentSettings.Core, w.settings.Core.Enabled = false, false
	if ended := w.run(t, "environment", os.Args[0]); strings.Contains(ended.stdout, "TRACEBACK") {
		t.Error("no core is wanted", ended.stdout)
	}
}

func TestTheUsersTracebackCountsMore(t *testing.T) {
	t.Setenv(tracebackVariable, "single")
	w := dumping(t)
	ended := w.run(t, "environment", os.Args[0])
	if !strings.Contains(ended.stdout, "GOTRACEBACK=single\n") || strings.Contains(ended.stdout, ownTracebackVariable) {
		t.Error(ended.stdout)
	}
	problems := func(attempt string) string {
		text, _ := os.ReadFile(filepath.Join(w.out(), attempt, "shim-problems.txt"))
		return string(text)
	}
	if got := problems("attempt-1"); got != "" {
		t.Error("nothing crashed", got)
	}
	w.run(t, "exit 2", os.Args[0])
	if got := problems("attempt-2"); !strings.HasPrefix(got, "core: GOTRACEBACK=single is set") {
		t.Error(got)
	}
}
