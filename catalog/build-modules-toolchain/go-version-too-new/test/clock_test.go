package clock

import "testing"

func TestNoon(t *testing.T) {
	if Noon() != "12:00" {
		t.Error("noon is late")
	}
}
