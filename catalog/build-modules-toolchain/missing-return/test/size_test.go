package size

import "testing"

func TestUnknownSize(t *testing.T) {
	if got := Chest("XS"); got != 0 {
		t.Errorf("XS is %d", got)
	}
}
