package spell

import "testing"

func TestTextWithoutEnd(t *testing.T) {
	if got := Words("all the best"); got != 3 {
		t.Fatalf("%d words, want 3", got)
	}
}
