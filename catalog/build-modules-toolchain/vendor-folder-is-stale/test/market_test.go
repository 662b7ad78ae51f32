package market

import "testing"

func TestPrice(t *testing.T) {
	if got := Price(2000); got != 600 {
		t.Errorf("it costs %d", got)
	}
}
