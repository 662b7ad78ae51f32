package export

import (
	"slices"
	"testing"
)

func TestBatchSizeNotSet(t *testing.T) {
	rows := make([]string, 120)
	if got, want := Batches(rows, Settings{BatchSize: 50}), []int{50, 50, 20}; !slices.Equal(got, want) {
		t.Errorf("batches of %v, want %v", got, want)
	}
	if got, want := Batches(rows, Settings{}), []int{100, 20}; !slices.Equal(got, want) {
		t.Errorf("batches of %v, want %v", got, want)
	}
}
