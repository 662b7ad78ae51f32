package shop

import "testing"

func TestEventsAreStored(t *testing.T) {
	stored, err := Store([]any{Sold{"tea"}, Returned{"tea", "cold"}})
	if err != nil || len(stored) == 0 {
		t.Errorf("stored %d bytes, %v", len(stored), err)
	}
}
