// Package wallet keeps balances that do not fit into 64 bits.
package wallet

import "math/big"

type Wallet struct{ balances map[string]*big.Int }

func New() *Wallet { return &Wallet{balances: make(map[string]*big.Int)} }

func (w *Wallet) Deposit(owner string, amount *big.Int) {
	balance, known := w.balances[owner]
	if !known {
		balance = new(big.Int)
	}
	w.balances[owner] = balance.Add(balance, amount)
}

func (w *Wallet) Balance(owner string) *big.Int { return w.balances[owner] }
