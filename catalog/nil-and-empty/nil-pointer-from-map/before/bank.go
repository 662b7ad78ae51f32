// Package bank moves money between accounts.
package bank

import "errors"

var ErrTooLittle = errors.New("not enough money")

type Account struct{ Cents int }

type Bank struct{ accounts map[string]*Account }

func New(names ...string) *Bank {
	bank := &Bank{accounts: make(map[string]*Account)}
	for _, name := range names {
		bank.accounts[name] = &Account{Cents: 100_00}
	}
	return bank
}

func (b *Bank) Transfer(from, to string, cents int) error {
	payer := b.accounts[from]
	if payer == nil || payer.Cents < cents {
		return ErrTooLittle
	}
	b.accounts[to].Cents += cents //crash:blame
	payer.Cents -= cents
	return nil
}
