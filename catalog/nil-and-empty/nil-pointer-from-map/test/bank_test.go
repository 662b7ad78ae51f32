package bank

import "testing"

func TestTransferToUnknownAccount(t *testing.T) {
	bank := New("ada", "bob")
	if err := bank.Transfer("ada", "bbo", 5); err == nil {
		t.Fatal("money went to an account that does not exist")
	}
	if got := bank.accounts["ada"].Cents; got != 100_00 {
		t.Fatalf("ada has %d cents left, want all", got)
	}
}
