package quota

import "testing"

func TestThreeGigabytesFit(t *testing.T) {
	if !Fits(3_000_000_000) {
		t.Error("they do not fit")
	}
}
