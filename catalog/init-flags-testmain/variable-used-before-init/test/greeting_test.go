package greeting

import "testing"

func TestGreeting(t *testing.T) {
	if got := Greeting(); got != "Guten Tag" {
		t.Fatalf("greeting %q", got)
	}
}
