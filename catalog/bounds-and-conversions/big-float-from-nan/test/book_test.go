package book

import "testing"

func TestPriceOfEmptyBook(t *testing.T) {
	if got := Average([]Order{{2, 1}, {4, 3}}).String(); got != "3.5" {
		t.Errorf("average is %s, want 3.5", got)
	}
	if got := Average(nil); got.Sign() != 0 {
		t.Errorf("average of an empty book is %v", got)
	}
}
