// Package word encodes amounts as words of 32 bytes.
package word

import (
	"fmt"
	"math/big"
)

func Encode(amount *big.Int) ([]byte, error) {
	if amount.Sign() < 0 {
		return nil, fmt.Errorf("%v is negative", amount)
	}
	return amount.FillBytes(make([]byte, 32)), nil //crash:blame
}
