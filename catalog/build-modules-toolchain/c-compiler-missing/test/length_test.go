package length

import "testing"

func TestTwice(t *testing.T) {
	if got := Twice("tea"); got != 6 {
		t.Errorf("twice the length is %d", got)
	}
}
