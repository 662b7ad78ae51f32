package sum

import "testing"

func TestBill(t *testing.T) {
	if got := Bill(100, 250); got != 350 {
		t.Errorf("the bill is %d", got)
	}
}
