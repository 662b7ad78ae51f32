package count

import "testing"

func TestSpaces(t *testing.T) {
	if got := Spaces("a b c"); got != 2 {
		t.Errorf("%d spaces", got)
	}
}
