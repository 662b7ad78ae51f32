package bill_test

import (
	"testing"

	bill "example.com/catalog/unexported-name"
)

func TestTotal(t *testing.T) {
	if got := bill.Text([]int{1, 2}); got != "total 3" {
		t.Errorf("the bill is %q", got)
	}
}
