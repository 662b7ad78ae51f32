package discount

import "testing"

func TestDiscounts(t *testing.T) {
	for _, test := range []struct {
		name    string
		percent int
	}{{"none", 0}, {"negative", -5}} {
		test := test
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if price := Apply(1000, test.percent); price > 1000 {
				t.Fatalf("a discount made it dearer: %d", price)
			}
		})
	}
}
