package pager

import "testing"

func TestPagesAreCounted(t *testing.T) {
	if got := Count([]string{"a", "b", "c"}, 2); got != 2 {
		t.Errorf("there are %d pages", got)
	}
}
