package records

import (
	"strings"
	"testing"
)

func TestEmptyRecord(t *testing.T) {
	if got := Count(strings.NewReader("tea;;milk;")); got != 3 {
		t.Errorf("%d records", got)
	}
}
