package post

import "testing"

func TestDays(t *testing.T) {
	if Days(true) != 7 {
		t.Error("letters fly")
	}
}
