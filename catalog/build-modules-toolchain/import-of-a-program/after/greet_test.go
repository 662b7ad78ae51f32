package greet

import "testing"

func TestGreeting(t *testing.T) {
	if got := Greeting("Ada"); got != "Hello Ada" {
		t.Errorf("the greeting is %q", got)
	}
}
