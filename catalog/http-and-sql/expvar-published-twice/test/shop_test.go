package shop

import "testing"

func TestTwoShops(t *testing.T) {
	for _, shop := range []*Shop{New(), New()} {
		if got := shop.Order(); got != 1 {
			t.Errorf("the first order is number %d", got)
		}
	}
}
