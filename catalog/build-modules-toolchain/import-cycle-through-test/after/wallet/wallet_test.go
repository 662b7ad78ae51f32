package wallet_test

import (
	"testing"

	"example.com/catalog/import-cycle-through-test/wallettest"
)

func TestRich(t *testing.T) {
	if wallettest.Rich().Cents < 1_000_000 {
		t.Error("it is not rich")
	}
}
