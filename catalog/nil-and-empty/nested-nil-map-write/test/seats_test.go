package seats

import "testing"

func TestFirstSeatOfAFlight(t *testing.T) {
	plan := New()
	if !plan.Book("GO124", 7, "ada") {
		t.Error("ada has no seat")
	}
	if plan.Book("GO124", 7, "bob") {
		t.Error("bob sits on ada's seat")
	}
}
