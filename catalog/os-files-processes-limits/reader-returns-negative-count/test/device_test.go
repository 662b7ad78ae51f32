package device

import "testing"

type thermometer struct{ left string }

func (t *thermometer) Fetch(into []byte) int {
	if t.left == "" {
		return -1
	}
	n := copy(into, t.left)
	t.left = t.left[n:]
	return n
}

func TestEnd(t *testing.T) {
	if got, err := All(&thermometer{"21.5"}); err != nil || got != "21.5" {
		t.Fatalf("read %q, %v", got, err)
	}
}
