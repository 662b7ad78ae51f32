package badge

import (
	"strings"
	"testing"
)

func TestLongName(t *testing.T) {
	long := strings.Repeat("Anna-", 1000)
	if got := Sheet([]string{long, long, long, long}); got != 4 {
		t.Fatalf("%d badges, want 4", got)
	}
}
