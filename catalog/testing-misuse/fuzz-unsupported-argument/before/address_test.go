package address

import "testing"

func FuzzLabel(f *testing.F) {
	f.Fuzz(func(t *testing.T, to Address) { //crash:blame
		if Label(to) == "" {
			t.Error("the label is empty")
		}
	})
}
