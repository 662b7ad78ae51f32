// Package account keeps somebody's money.
package account

import (
	"errors"
	"sync"
)

var ErrTooMuch = errors.New("account: not enough money")

type Account struct {
	mu    sync.Mutex
	cents int
}

func (a *Account) Deposit(cents int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.cents += cents
}

func (a *Account) Withdraw(cents int) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if cents > a.cents {
		return ErrTooMuch
	}
	a.cents -= cents
	return nil
}
