package season

import (
	"testing"
	"time"
)

func TestDecember(t *testing.T) {
	if got := HeatingCost(time.Date(2024, time.December, 6, 0, 0, 0, 0, time.UTC)); got != 92 {
		t.Errorf("heating costs %d in December", got)
	}
}
