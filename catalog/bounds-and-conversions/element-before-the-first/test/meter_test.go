package meter

import "testing"

func TestFirstReading(t *testing.T) {
	var meter Meter
	if used := meter.Add(4000); used != 0 {
		t.Errorf("%d litres were used before the first reading", used)
	}
	if used := meter.Add(4120); used != 120 {
		t.Errorf("%d litres were used, want 120", used)
	}
}
