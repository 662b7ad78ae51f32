package tide

import "testing"

func TestHigh(t *testing.T) {
	if !High(13) || High(8) {
		t.Error("the tide is wrong")
	}
}
