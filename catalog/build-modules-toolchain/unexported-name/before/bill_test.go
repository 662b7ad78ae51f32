package bill_test

import (
	"testing"

	bill "example.com/catalog/unexported-name"
)

func TestTotal(t *testing.T) {
	if got := bill.total([]int{1, 2}); got != 3 { //crash:blame
		t.Errorf("the total is %d", got)
	}
}
