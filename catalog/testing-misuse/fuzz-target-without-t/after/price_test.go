package price

import "testing"

func FuzzParsePrice(f *testing.F) {
	f.Add("12,50")
	f.Fuzz(func(t *testing.T, text string) {
		if cents, err := Parse(text); err != nil && cents != 0 {
			t.Errorf("%q is %d and an error", text, cents)
		}
	})
}
