// Package pool divides winnings by shares.
package pool

import "math/big"

type Pool struct {
	Winnings, Shares big.Int
}

func (p *Pool) Join(shares int64) { p.Shares.Add(&p.Shares, big.NewInt(shares)) }

// PerShare is what one share is worth; nothing as long as there is none.
func (p *Pool) PerShare() *big.Int {
	if p.Shares.Sign() == 0 {
		return new(big.Int)
	}
	return new(big.Int).Div(&p.Winnings, &p.Shares)
}
