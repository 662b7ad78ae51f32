package pipe

import "testing"

func TestOpenBothEnds(t *testing.T) {
	if !New().Open() {
		t.Fatal("a new pipe is closed")
	}
}
