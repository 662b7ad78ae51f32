package ratings

import "testing"

func TestAverageOfNoRatings(t *testing.T) {
	if got := Average([]int{5, 4, 3}); got != 4 {
		t.Errorf("average is %d, want 4", got)
	}
	if got := Average(nil); got != 0 {
		t.Errorf("average of nothing is %d", got)
	}
}
