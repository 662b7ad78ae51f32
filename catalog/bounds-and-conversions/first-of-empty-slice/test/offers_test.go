package offers

import "testing"

func TestCheapestOfNothing(t *testing.T) {
	offers := []Offer{{"Corner", 900}, {"Market", 700}}
	if best, ok := Cheapest(offers, 1000); best.Shop != "Market" || !ok {
		t.Errorf("best offer is %v, %v", best, ok)
	}
	if best, ok := Cheapest(offers, 500); ok {
		t.Errorf("best offer is %v, want none", best)
	}
}
