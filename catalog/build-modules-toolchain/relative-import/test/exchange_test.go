package exchange

import "testing"

func TestDollars(t *testing.T) {
	if got := Dollars(100); got != 110 {
		t.Errorf("100 euros are %d dollars", got)
	}
}
