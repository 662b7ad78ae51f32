package sessions

import "testing"

func TestExpiredSessionsAtTheEnd(t *testing.T) {
	left := Expire([]Session{{"ada", 90}, {"bob", 1}, {"cleo", 2}, {"dan", 99}}, 60)
	if len(left) != 2 || left[0].User != "bob" || left[1].User != "cleo" {
		t.Fatalf("sessions left: %v", left)
	}
}
