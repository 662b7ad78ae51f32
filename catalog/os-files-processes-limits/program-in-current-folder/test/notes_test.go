//go:build unix

package notes

import (
	"os"
	"testing"
)

func TestRunTool(t *testing.T) {
	if err := os.WriteFile("release-notes", []byte("#!/bin/sh\necho fixed\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	defer os.Remove("release-notes")
	t.Setenv("PATH", ".")
	if got := Write(); got != "fixed\n" {
		t.Fatalf("notes %q", got)
	}
}
