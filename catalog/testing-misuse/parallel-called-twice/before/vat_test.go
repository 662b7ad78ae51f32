package vat

import "testing"

// rates gives a test a table of its own.
func rates(t *testing.T) map[string]int {
	t.Helper()
	t.Parallel()
	return map[string]int{"book": 7, "toy": 19}
}

func TestVATOfBooks(t *testing.T) {
	table := rates(t)
	t.Parallel() //crash:blame
	if got := Gross(1000, table["book"]); got != 1070 {
		t.Errorf("a book of 10.00 costs %d, want 1070", got)
	}
}
