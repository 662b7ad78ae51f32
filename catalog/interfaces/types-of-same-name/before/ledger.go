// Package ledger books payments.
package ledger

import "example.com/catalog/types-of-same-name/v2/event"

type Ledger struct{ Cents int }

func (l *Ledger) Handle(payload any) {
	paid := payload.(event.Paid) //crash:blame
	l.Cents += paid.Cents
}
