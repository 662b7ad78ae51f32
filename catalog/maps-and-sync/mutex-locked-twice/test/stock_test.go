package stock

import "testing"

func TestMoveItem(t *testing.T) {
	stock := New()
	stock.Add("nail", 100)
	stock.Rename("nail", "nail 20 mm")
	if got := stock.Count("nail 20 mm"); got != 100 {
		t.Fatalf("%d nails, want 100", got)
	}
}
