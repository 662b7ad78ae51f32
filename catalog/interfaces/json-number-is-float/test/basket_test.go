package basket

import "testing"

func TestQuantityFromJSON(t *testing.T) {
	if got, err := Quantity([]byte(`{"item": "tea", "quantity": 3}`)); got != 3 || err != nil {
		t.Fatalf("quantity is %d, %v", got, err)
	}
}
