package departure

import (
	"testing"
	"time"
)

func TestDepartureInUnknownZone(t *testing.T) {
	noon := time.Date(2024, time.May, 4, 12, 0, 0, 0, time.UTC)
	if got := Clock(noon, "Europe/Atlantis"); got != "12:00" {
		t.Errorf("it leaves at %s", got)
	}
}
