package greeting

import "testing"

func TestGreeting(t *testing.T) {
	if got, want := Length(17), len("It is 17 o'clock."); got != want {
		t.Fatalf("length %d, want %d", got, want)
	}
}
