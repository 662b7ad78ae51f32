package customer

import "testing"

func TestLast(t *testing.T) {
	if got := Last(1); got != "order of Ada" {
		t.Errorf("the last order is %q", got)
	}
}
