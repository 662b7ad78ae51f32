package message

import "testing"

func TestTruncatedMessage(t *testing.T) {
	if length, err := Length([]byte{0, 7}); err == nil {
		t.Errorf("two bytes say %d", length)
	}
}
