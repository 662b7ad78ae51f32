package rows

import "testing"

func TestMisspeltColumn(t *testing.T) {
	var customer Customer
	if err := Fill(&customer, []string{"Name", "Citty"}, []string{"Ada", "London"}); err == nil {
		t.Errorf("Citty is no column, but the customer is %v", customer)
	}
}
