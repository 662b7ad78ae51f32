//go:build unix

package hook

import (
	"os"
	"testing"
)

func TestRunHook(t *testing.T) {
	if err := os.WriteFile("notify", []byte("echo told everybody\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	defer os.Remove("notify")
	if got := Run("./notify"); got != "told everybody\n" {
		t.Fatalf("hook printed %q", got)
	}
}
