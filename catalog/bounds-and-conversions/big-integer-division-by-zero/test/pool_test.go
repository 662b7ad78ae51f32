package pool

import (
	"math/big"
	"testing"
)

func TestPoolWithoutShares(t *testing.T) {
	var pool Pool
	pool.Winnings.SetInt64(900)
	if got := pool.PerShare(); got.Sign() != 0 {
		t.Errorf("a share of none is worth %v", got)
	}
	pool.Join(3)
	if got := pool.PerShare(); got.Cmp(big.NewInt(300)) != 0 {
		t.Errorf("a share is worth %v, want 300", got)
	}
}
