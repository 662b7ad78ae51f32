package ticket

import "testing"

func TestTicketNumber(t *testing.T) {
	if got := Number([]byte{1, 2, 3}); got != "AQID" {
		t.Errorf("the number is %s", got)
	}
}
