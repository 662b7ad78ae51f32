//go:build unix

package vcs

import (
	"strings"
	"testing"
)

func TestUnknownBranch(t *testing.T) {
	if revision, err := Revision("main"); err != nil || revision != "4711\n" {
		t.Fatalf("revision %q, %v", revision, err)
	}
	if _, err := Revision("mian"); err == nil || !strings.Contains(err.Error(), "unknown branch mian") {
		t.Fatalf("got %v", err)
	}
}
