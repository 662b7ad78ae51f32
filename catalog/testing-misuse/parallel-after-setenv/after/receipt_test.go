package receipt

import "testing"

func setGerman(t *testing.T) {
	t.Helper()
	t.Setenv("RECEIPT_LANGUAGE", "de")
}

func TestReceiptInGerman(t *testing.T) {
	setGerman(t)
	if got := Thanks(); got != "Vielen Dank" {
		t.Errorf("the receipt ends with %q", got)
	}
}
