package receipt

import "testing"

func german(t *testing.T) {
	t.Helper()
	t.Setenv("RECEIPT_LANGUAGE", "de")
}

func TestReceiptInGerman(t *testing.T) {
	german(t)
	t.Parallel() //crash:blame
	if got := Thanks(); got != "Vielen Dank" {
		t.Errorf("the receipt ends with %q", got)
	}
}
