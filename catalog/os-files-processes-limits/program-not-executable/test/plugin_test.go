//go:build unix

package plugin

import (
	"os"
	"testing"
)

func TestInstallAndRun(t *testing.T) {
	if err := Install("plugin", []byte("#!/bin/sh\necho ready\n")); err != nil {
		t.Fatal(err)
	}
	defer os.Remove("plugin")
	if got := Run("./plugin"); got != "ready\n" {
		t.Fatalf("plugin printed %q", got)
	}
}
