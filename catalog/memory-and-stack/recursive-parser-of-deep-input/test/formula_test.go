package formula

import (
	"errors"
	"runtime/debug"
	"strings"
	"testing"
)

// The attack shall need two million brackets, not thirty.
func init() { debug.SetMaxStack(16 << 20) }

func TestDeepFormula(t *testing.T) {
	if err := Check("(1+2)*(3+(4-5))"); err != nil {
		t.Fatal(err)
	}
	if err := Check(strings.Repeat("(", 2_000_000)); !errors.Is(err, ErrSyntax) {
		t.Fatalf("got %v, want %v", err, ErrSyntax)
	}
}
