package sums

import "testing"

type month struct {
	Name          string
	Apples, Pears int
}

func TestSumOfMixedColumns(t *testing.T) {
	if got := Of(month{"May", 3, 4}); got != 7 {
		t.Errorf("the sum is %d", got)
	}
}
