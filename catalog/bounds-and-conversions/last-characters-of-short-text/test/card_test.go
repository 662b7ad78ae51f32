package card

import "testing"

func TestShortCardNumber(t *testing.T) {
	for number, want := range map[string]string{"4111111111111111": "**** 1111", "123": "**** 123"} {
		if got := Masked(number); got != want {
			t.Errorf("%s is shown as %q, want %q", number, got, want)
		}
	}
}
