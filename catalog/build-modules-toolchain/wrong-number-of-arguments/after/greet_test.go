package greet

import "testing"

func TestGreet(t *testing.T) {
	if got := Greet("Ada", "en"); got != "Hello Ada" {
		t.Errorf("the greeting is %q", got)
	}
}
