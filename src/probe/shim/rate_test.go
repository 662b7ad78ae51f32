package main

import (
	"strings"
	"testing"
)

func TestEarlyRate(t *testing.T) {
	for _, row := range []struct {
		name, before, after string
		rate                int
	}{
		{"nothing of the user's", "A=1", "A=1 GODEBUG=memprofilerate=512 CRASH_GUARD_GODEBUG=", 512},
		{"the user's settings stay", "GODEBUG=gctrace=1 A=1", "A=1 GODEBUG=gctrace=1,memprofilerate=4096 CRASH_GUARD_GODEBUG==gctrace=1", 4096},
		{"an empty one", "GODEBUG=", "GODEBUG=memprofilerate=512 CRASH_GUARD_GODEBUG==", 512},
		{"the user's rate counts more", "GODEBUG=memprofilerate=1", "GODEBUG=memprofilerate=1", 512},
		{"no profile", "A=1", "A=1", 0},
	} {
		if got := strings.Join(withEarlyRate(strings.Fields(row.before), row.rate), " "); got != row.after {
			t.Errorf("%s: %s", row.name, got)
		}
	}
}
