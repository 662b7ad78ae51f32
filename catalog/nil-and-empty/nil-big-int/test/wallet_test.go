package wallet

import (
	"math/big"
	"testing"
)

func TestFirstDeposit(t *testing.T) {
	wallet := New()
	wallet.Deposit("ada", big.NewInt(40))
	wallet.Deposit("ada", big.NewInt(2))
	if got := wallet.Balance("ada"); got.Cmp(big.NewInt(42)) != 0 {
		t.Fatalf("ada has %v, want 42", got)
	}
}
