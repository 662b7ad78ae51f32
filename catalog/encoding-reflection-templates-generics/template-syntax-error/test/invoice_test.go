package invoice

import "testing"

func TestInvoiceForAda(t *testing.T) {
	if got, err := Print("Ada"); err != nil || got != "Invoice for Ada" {
		t.Errorf("printed %q, %v", got, err)
	}
}
