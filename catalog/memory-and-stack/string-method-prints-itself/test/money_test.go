package money

import (
	"fmt"
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestInvoiceLine(t *testing.T) {
	if got, want := fmt.Sprint("total: ", Euro(12.5)), "total: 12.5 EUR"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}
