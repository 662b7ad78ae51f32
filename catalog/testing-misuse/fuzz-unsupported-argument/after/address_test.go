package address

import "testing"

func FuzzLabel(f *testing.F) {
	f.Fuzz(func(t *testing.T, name string, code int) {
		if Label(Address{Name: name, Code: code}) == "" {
			t.Error("the label is empty")
		}
	})
}
