package build

import (
	"path/filepath"
	"testing"
)

func TestBuildTwice(t *testing.T) {
	first := Build("server")
	second := Build("client")
	if filepath.Dir(first) != filepath.Dir(second) {
		t.Fatalf("logs in %s and %s", first, second)
	}
}
