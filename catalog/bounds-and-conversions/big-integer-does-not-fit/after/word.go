// Package word encodes amounts as words of 32 bytes.
package word

import (
	"fmt"
	"math/big"
)

func Encode(amount *big.Int) ([]byte, error) {
	if amount.Sign() < 0 || amount.BitLen() > 8*32 {
		return nil, fmt.Errorf("%v does not fit into a word", amount)
	}
	return amount.FillBytes(make([]byte, 32)), nil
}
