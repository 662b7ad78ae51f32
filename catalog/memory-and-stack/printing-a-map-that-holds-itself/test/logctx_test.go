package logctx

import (
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestLogContext(t *testing.T) {
	context := New(nil)
	context["user"] = "ada"
	if got, want := context.Line("login"), "login map[user:ada]"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}
