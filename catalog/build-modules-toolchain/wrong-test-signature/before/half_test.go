package half

import "testing"

func TestHalf(t testing.T) { //crash:blame
	if Of(8) != 4 {
		t.Error("half of 8 is not 4")
	}
}
