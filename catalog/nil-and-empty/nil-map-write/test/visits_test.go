package visits

import "testing"

func TestZeroCounterCounts(t *testing.T) {
	var counter Counter
	counter.Add("ada")
	counter.Add("ada")
	if got := counter.Count("ada"); got != 2 {
		t.Fatalf("ada came %d times, want 2", got)
	}
}
