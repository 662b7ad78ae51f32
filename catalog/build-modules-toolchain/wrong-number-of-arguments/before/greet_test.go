package greet

import "testing"

func TestGreet(t *testing.T) {
	if got := Greet("Ada"); got != "Hello Ada" { //crash:blame
		t.Errorf("the greeting is %q", got)
	}
}
