package greet

import (
	"os"
	"strings"
	"testing"
)

func TestCommandWithoutArguments(t *testing.T) {
	defer func(args []string) { os.Args = args }(os.Args)
	os.Args = []string{"greet"}
	var out strings.Builder
	if code := Main(&out); code != 2 || !strings.HasPrefix(out.String(), "usage: ") {
		t.Fatalf("exit code %d, %q", code, out.String())
	}
}
