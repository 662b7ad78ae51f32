// Package bank moves money between accounts.
package bank

import "sync"

type Account struct {
	mu     sync.Mutex
	number int
	cents  int
}

func Open(number, cents int) *Account { return &Account{number: number, cents: cents} }

// Transfer moves money; approve is asked while the paying account is locked.
func Transfer(from, to *Account, cents int, approve func() bool) bool {
	from.mu.Lock()
	defer from.mu.Unlock()
	if from.cents < cents || !approve() {
		return false
	}
	to.mu.Lock() //crash:blame
	defer to.mu.Unlock()
	from.cents -= cents
	to.cents += cents
	return true
}

func (a *Account) Cents() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}
