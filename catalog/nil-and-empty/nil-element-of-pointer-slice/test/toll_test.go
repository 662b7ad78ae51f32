package toll

import "testing"

func TestEachLaneCountsItsCars(t *testing.T) {
	station := NewStation(3)
	station.Pass(1, 250)
	station.Pass(1, 250)
	if got := station.Cars(1); got != 2 {
		t.Fatalf("%d cars on lane 1, want 2", got)
	}
}
