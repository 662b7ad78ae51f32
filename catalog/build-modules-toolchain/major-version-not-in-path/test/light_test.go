package light

import "testing"

func TestLumen(t *testing.T) {
	if Lumen() != 800 {
		t.Error("it is too dark")
	}
}
