// Package bank moves money between accounts.
package bank

import "sync"

type Account struct {
	mu     sync.Mutex
	number int
	cents  int
}

func Open(number, cents int) *Account { return &Account{number: number, cents: cents} }

// Transfer moves money; approve is asked while both accounts are locked.
func Transfer(from, to *Account, cents int, approve func() bool) bool {
	first, second := from, to
	if second.number < first.number {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	if from.cents < cents || !approve() {
		return false
	}
	from.cents -= cents
	to.cents += cents
	return true
}

func (a *Account) Cents() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.cents
}
