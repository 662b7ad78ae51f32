package cli

import (
	"strings"
	"testing"
)

func TestHelp(t *testing.T) {
	var out strings.Builder
	if code := Run([]string{"help"}, &out); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	if !strings.Contains(out.String(), "usage") {
		t.Fatalf("printed %q", out.String())
	}
}
