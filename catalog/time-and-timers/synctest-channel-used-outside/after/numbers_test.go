package numbers

import (
	"testing"
	"testing/synctest"
)

func TestNextNumber(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := NewSource()
		defer source.Close()
		if got := source.Next(); got != 1 {
			t.Errorf("the first number is %d", got)
		}
	})
}
