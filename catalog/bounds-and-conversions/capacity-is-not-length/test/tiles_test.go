package tiles

import (
	"slices"
	"testing"
)

func TestSquaresOfSides(t *testing.T) {
	if got, want := Areas([]int{2, 3}), []int{4, 9}; !slices.Equal(got, want) {
		t.Fatalf("areas are %v, want %v", got, want)
	}
}
