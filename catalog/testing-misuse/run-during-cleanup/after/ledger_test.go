package ledger

import "testing"

func TestTransferKeepsTheSum(t *testing.T) {
	book := Book{"till": 100, "safe": 900}
	book.Transfer("safe", "till", 50)
	t.Run("sum", func(t *testing.T) {
		if got := book.Sum(); got != 1000 {
			t.Errorf("the sum is %d, want 1000", got)
		}
	})
}
