package set

import "testing"

func TestEmptySet(t *testing.T) {
	if got := Format([]int{3, 5}); got != "{3,5}" {
		t.Errorf("set is %s", got)
	}
	if got := Format(nil); got != "{}" {
		t.Errorf("empty set is %s", got)
	}
}
