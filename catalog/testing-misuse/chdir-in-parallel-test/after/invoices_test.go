package invoices

import "testing"

func TestInvoicesAreFound(t *testing.T) {
	t.Parallel()
	t.Run("empty folder", func(t *testing.T) {
		found, err := In(t.TempDir())
		if err != nil || len(found) != 0 {
			t.Errorf("found %v, %v", found, err)
		}
	})
}
