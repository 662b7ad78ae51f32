// Package ledger books payments.
package ledger

import (
	v1 "example.com/catalog/types-of-same-name/event"
	"example.com/catalog/types-of-same-name/v2/event"
)

type Ledger struct{ Cents int }

func (l *Ledger) Handle(payload any) {
	if old, ok := payload.(v1.Paid); ok {
		payload = event.Paid{Cents: old.Cents, Currency: "EUR"}
	}
	paid := payload.(event.Paid)
	l.Cents += paid.Cents
}
