//go:build unix

package site

import "testing"

func TestFirstBuild(t *testing.T) {
	if got := Build(); got != "built\n" {
		t.Fatalf("printed %q", got)
	}
}
