package order

import "testing"

func TestLine(t *testing.T) {
	if got := Line(Order{Total: 7}); got != "total: 7" {
		t.Errorf("the line is %q", got)
	}
}
