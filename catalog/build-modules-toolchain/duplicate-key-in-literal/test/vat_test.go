package vat

import "testing"

func TestGermany(t *testing.T) {
	if got := Of("DE"); got != 19 {
		t.Errorf("the tax is %d", got)
	}
}
