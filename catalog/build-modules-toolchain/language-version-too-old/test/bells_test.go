package bells

import "testing"

func TestRing(t *testing.T) {
	if got := Ring(2); got != "dong dong " {
		t.Errorf("the bells sound %q", got)
	}
}
