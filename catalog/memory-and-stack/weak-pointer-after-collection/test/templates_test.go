package templates

import (
	"runtime"
	"testing"
)

func TestLookupAfterCollection(t *testing.T) {
	Load("invoice")
	runtime.GC()
	runtime.GC()
	if got := Title("invoice"); got != "invoice" {
		t.Fatalf("title %q", got)
	}
}
