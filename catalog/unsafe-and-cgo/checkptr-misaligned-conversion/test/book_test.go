package book

import "testing"

func TestSecondLevel(t *testing.T) {
	book := New(8)
	book.Level(1).Price = 4200
	if got := book.Level(1).Price; got != 4200 {
		t.Fatalf("price %d, want 4200", got)
	}
}
