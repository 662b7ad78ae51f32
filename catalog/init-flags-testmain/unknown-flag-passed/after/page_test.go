package page

import (
	"flag"
	"testing"
)

var update = flag.Bool("update", false, "write golden files anew")

func TestRender(t *testing.T) {
	if *update {
		t.Log("no golden files here")
	}
	if got, want := Render("Crash"), "<h1>Crash</h1>"; got != want {
		t.Fatalf("rendered %q, want %q", got, want)
	}
}
