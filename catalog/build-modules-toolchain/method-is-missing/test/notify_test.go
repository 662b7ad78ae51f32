package notify

import "testing"

func TestSend(t *testing.T) {
	if got := To("4711").Send("hello"); got != 5 {
		t.Errorf("%d characters were sent", got)
	}
}
