package filter

import "testing"

func TestEmptyFilter(t *testing.T) {
	if got := Where([2]string{"a", "1"}, [2]string{"b", "2"}); got != "a=1&b=2" {
		t.Errorf("filter is %q", got)
	}
	if got := Where(); got != "" {
		t.Errorf("empty filter is %q", got)
	}
}
