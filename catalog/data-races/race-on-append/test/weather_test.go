package weather

import "testing"

func TestCollectInParallel(t *testing.T) {
	got := Temperatures([]string{"north", "south"}, func(string) float64 { return 20 })
	if len(got) != 2 || got[0]+got[1] != 40 {
		t.Fatalf("got %v, want [20 20]", got)
	}
}
