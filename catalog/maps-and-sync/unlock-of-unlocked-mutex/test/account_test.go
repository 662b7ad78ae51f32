package account

import (
	"errors"
	"testing"
)

func TestWithdrawTooMuch(t *testing.T) {
	var account Account
	account.Deposit(500)
	if err := account.Withdraw(600); !errors.Is(err, ErrTooMuch) {
		t.Fatalf("got %v, want %v", err, ErrTooMuch)
	}
}
