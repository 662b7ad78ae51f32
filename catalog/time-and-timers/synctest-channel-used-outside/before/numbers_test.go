package numbers

import (
	"testing"
	"testing/synctest"
)

var source = NewSource()

func TestNextNumber(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		if got := source.Next(); got != 1 {
			t.Errorf("the first number is %d", got)
		}
	})
}
