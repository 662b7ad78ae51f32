package bakery

import "testing"

func TestBread(t *testing.T) {
	if Bread() != 220 {
		t.Error("the bread is not done")
	}
}
