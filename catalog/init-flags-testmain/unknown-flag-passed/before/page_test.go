package page

import "testing"

func TestRender(t *testing.T) {
	if got, want := Render("Crash"), "<h1>Crash</h1>"; got != want {
		t.Fatalf("rendered %q, want %q", got, want)
	}
}
