package rates

import (
	"errors"
	"testing"
)

func TestBankIsDown(t *testing.T) {
	err := Refresh([]string{"EUR", "USD"}, func(currency string) error {
		if currency == "USD" {
			return errors.New("refresh: connection refused")
		}
		return nil
	})
	if err == nil {
		t.Fatal("no error, though the bank is down")
	}
}
