package price

import "testing"

func FuzzParsePrice(f *testing.F) {
	f.Add("12,50")
	f.Fuzz(func(text string) { //crash:blame
		if cents, err := Parse(text); err != nil && cents != 0 {
			f.Errorf("%q is %d and an error", text, cents)
		}
	})
}
