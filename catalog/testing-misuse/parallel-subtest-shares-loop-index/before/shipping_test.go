package shipping

import "testing"

func TestShippingCost(t *testing.T) {
	tests := []struct {
		name        string
		grams, want int
	}{{"light", 200, 399}}
	for i := 0; i < len(tests); i++ {
		t.Run(tests[i].name, func(t *testing.T) {
			t.Parallel()
			test := tests[i] //crash:blame
			if got := Cost(test.grams); got != test.want {
				t.Errorf("it costs %d, want %d", got, test.want)
			}
		})
	}
}
