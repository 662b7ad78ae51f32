package label

import "testing"

func TestLabelOfNothing(t *testing.T) {
	if got := Of("x"); got != "cached string" {
		t.Errorf("a string is %q", got)
	}
	if got := Of(nil); got != "cached <nil>" {
		t.Errorf("nil is %q", got)
	}
}
