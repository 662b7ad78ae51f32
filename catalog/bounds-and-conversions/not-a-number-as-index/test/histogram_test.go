package histogram

import (
	"slices"
	"testing"
)

func TestHistogramOfEqualValues(t *testing.T) {
	if got, want := Columns([]float64{1, 2, 3, 5}, 2), []int{2, 2}; !slices.Equal(got, want) {
		t.Errorf("columns are %v, want %v", got, want)
	}
	if got, want := Columns([]float64{7, 7}, 2), []int{2, 0}; !slices.Equal(got, want) {
		t.Errorf("columns of equal values are %v, want %v", got, want)
	}
}
