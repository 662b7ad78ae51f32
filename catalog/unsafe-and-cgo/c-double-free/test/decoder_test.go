package decoder

import "testing"

func TestCloseTwice(t *testing.T) {
	decoder := New()
	defer decoder.Close()
	decoder.Close()
}
