package news

import (
	"slices"
	"testing"
)

func TestNewestFirst(t *testing.T) {
	got := NewestFirst([]string{"mon", "tue", "wed"})
	if want := []string{"wed", "tue", "mon"}; !slices.Equal(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
}
