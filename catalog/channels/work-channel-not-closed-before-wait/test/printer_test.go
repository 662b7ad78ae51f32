package printer

import (
	"sync/atomic"
	"testing"
)

func TestAllLettersArePrinted(t *testing.T) {
	var printed atomic.Int32
	All([]string{"to Ada", "to Bob", "to Eve"}, 2, func(string) { printed.Add(1) })
	if got := printed.Load(); got != 3 {
		t.Fatalf("%d letters printed, want 3", got)
	}
}
