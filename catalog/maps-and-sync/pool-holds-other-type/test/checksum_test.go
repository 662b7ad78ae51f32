package checksum

import (
	"strings"
	"testing"
)

func TestChecksumOfFile(t *testing.T) {
	sum, err := Of(strings.NewReader("\x01\x02\x03"))
	if err != nil || sum != 6 {
		t.Fatalf("got %d, %v, want 6", sum, err)
	}
}
