package decode

import "testing"

func TestRead(t *testing.T) {
	if order, err := Read(`{"Item": "tea"}`); err != nil || order.Item != "tea" {
		t.Errorf("the order is %v, %v", order, err)
	}
}
