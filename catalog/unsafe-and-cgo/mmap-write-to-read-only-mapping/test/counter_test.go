//go:build unix

package counter

import (
	"path/filepath"
	"testing"
)

func TestCountVisits(t *testing.T) {
	counters, err := Open(filepath.Join(t.TempDir(), "visits"), 64)
	if err != nil {
		t.Fatal(err)
	}
	counters.Visit(3)
	if got := counters.Visits(3); got != 1 {
		t.Fatalf("page 3 has %d visits, want 1", got)
	}
}
