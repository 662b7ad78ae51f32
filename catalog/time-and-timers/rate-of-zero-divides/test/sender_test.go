package sender

import "testing"

func TestUnlimitedSender(t *testing.T) {
	if got := (Sender{}).Pause(); got != 0 {
		t.Errorf("an unlimited sender waits %v", got)
	}
}
