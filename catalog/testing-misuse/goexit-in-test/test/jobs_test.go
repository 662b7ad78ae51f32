package jobs

import "testing"

func TestEmptyJobIsSkipped(t *testing.T) {
	if got := Run(Job{}); got != 0 {
		t.Errorf("%d steps ran, want none", got)
	}
}
