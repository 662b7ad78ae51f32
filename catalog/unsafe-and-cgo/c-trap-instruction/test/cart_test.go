package cart

import "testing"

func TestLargeCart(t *testing.T) {
	if got, want := Total(100_000, 99_999), 9_999_900_000; got != want {
		t.Fatalf("total %d, want %d", got, want)
	}
}
