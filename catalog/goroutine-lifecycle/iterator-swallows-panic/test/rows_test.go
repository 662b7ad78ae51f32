package rows

import "testing"

func TestBrokenRow(t *testing.T) {
	if got := Reciprocals([]string{"4", "0", "5"}); got != 45 {
		t.Fatalf("got %d, want 45", got)
	}
}
