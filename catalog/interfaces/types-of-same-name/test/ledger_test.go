package ledger

import (
	"testing"

	v1 "example.com/catalog/types-of-same-name/event"
	v2 "example.com/catalog/types-of-same-name/v2/event"
)

func TestPaymentOfOldService(t *testing.T) {
	var ledger Ledger
	ledger.Handle(v2.Paid{Cents: 500, Currency: "EUR"})
	ledger.Handle(v1.Paid{Cents: 250})
	if ledger.Cents != 750 {
		t.Fatalf("%d cents were booked, want 750", ledger.Cents)
	}
}
