package account

import "testing"

func TestTwoDeposits(t *testing.T) {
	account := &Account{}
	account.Deposit(40)
	account.Deposit(2)
	if got := account.Cents(); got != 42 {
		t.Fatalf("balance is %d, want 42", got)
	}
}
