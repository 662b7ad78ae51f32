package orders

import "testing"

func TestSumOfOrders(t *testing.T) {
	all := []Order{{"ada", 250}, {"bob", 100}, {"ada", 50}}
	if got := Sum("ada", all); got != 300 {
		t.Fatalf("ada owes %d, want 300", got)
	}
}
