package hosts

import (
	"slices"
	"testing"
)

func TestBlankLines(t *testing.T) {
	got := Parse("# ours\nweb db\n\nmail\n")
	if want := []string{"web", "db", "mail"}; !slices.Equal(got, want) {
		t.Fatalf("hosts are %v, want %v", got, want)
	}
}
