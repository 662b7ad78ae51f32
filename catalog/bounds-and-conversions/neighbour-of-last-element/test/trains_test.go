package trains

import "testing"

func TestGapsBetweenTrains(t *testing.T) {
	if got := LongestGap([]int{360, 375, 420, 430}); got != 45 {
		t.Errorf("longest gap is %d, want 45", got)
	}
	if got := LongestGap(nil); got != 0 {
		t.Errorf("longest gap of no trains is %d", got)
	}
}
