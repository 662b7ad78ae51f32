package parcel

import "testing"

func TestHeavy(t *testing.T) {
	if Heavy(100) || !Heavy(9000) {
		t.Error("the limit is wrong")
	}
}
