package dump

import "testing"

func TestDumpOfNothing(t *testing.T) {
	if got := Of(7); got != "int 7" {
		t.Errorf("7 is %q", got)
	}
	if got := Of(nil); got != "nil" {
		t.Errorf("nil is %q", got)
	}
}
