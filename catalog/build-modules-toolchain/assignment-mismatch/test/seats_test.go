package seats

import "testing"

func TestBadNumber(t *testing.T) {
	if _, err := Number("12B"); err == nil {
		t.Error("12B is taken for a number")
	}
}
