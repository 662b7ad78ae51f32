package column

import "testing"

func TestMissingColumn(t *testing.T) {
	prices := []int64{3, 4, 5}
	batch := Batch{Rows: len(prices), Columns: []*int64{&prices[0], nil}}
	if got := batch.Sum(0); got != 12 {
		t.Fatalf("sum of the prices: %d, want 12", got)
	}
	if got := batch.Sum(1); got != 0 {
		t.Fatalf("sum of the missing column: %d, want 0", got)
	}
}
