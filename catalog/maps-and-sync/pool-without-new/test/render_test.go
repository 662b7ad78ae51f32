package render

import "testing"

func TestRenderGreeting(t *testing.T) {
	if got := Greeting("Ada"); got != "Hello, Ada" {
		t.Fatalf("got %q", got)
	}
}
