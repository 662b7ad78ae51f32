package form

import (
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestUnknownField(t *testing.T) {
	err := Check(map[string]string{})
	if err == nil {
		t.Fatal("a form without a name is fine")
	}
	if got, want := err.Error(), "form: name: must not be empty"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}
