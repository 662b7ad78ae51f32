package counts

import "testing"

func TestSnapshot(t *testing.T) {
	var counts Counts
	counts.Visit()
	if visits, sales := counts.Snapshot(); visits != 1 || sales != 0 {
		t.Errorf("%d visits, %d sales", visits, sales)
	}
}
