package records

import (
	"strings"
	"testing"
)

func TestLastRecord(t *testing.T) {
	if got := Count(strings.NewReader("tea;milk")); got != 2 {
		t.Errorf("%d records", got)
	}
}
