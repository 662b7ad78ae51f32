package shard

import "testing"

func TestPlaceOfKey(t *testing.T) {
	table := Table{Places: 4}
	place := table.Place("ada")
	if place < 0 || place >= 4 {
		t.Fatalf("place is %d", place)
	}
	if again := table.Place("ada"); again != place {
		t.Fatalf("place was %d and is %d", place, again)
	}
}
