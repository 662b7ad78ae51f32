package price

import "testing"

func TestGross(t *testing.T) {
	if got := Gross(1000); got != 1190 {
		t.Errorf("it costs %d", got)
	}
}
