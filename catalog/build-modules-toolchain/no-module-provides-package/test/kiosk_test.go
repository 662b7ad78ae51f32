package kiosk

import "testing"

func TestPrice(t *testing.T) {
	if got := Price(3); got != "7.50" {
		t.Errorf("it costs %s", got)
	}
}
