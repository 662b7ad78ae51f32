// Package account keeps a balance.
package account

import "sync"

type Account struct {
	sync.Mutex
	cents int
}

func (a *Account) Deposit(cents int) {
	a.Lock()
	defer a.Unlock()
	a.cents += cents
}

func (a *Account) Cents() int {
	a.Lock()
	defer a.Unlock()
	return a.cents
}
