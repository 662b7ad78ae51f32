package basket

import "testing"

func TestTotal(t *testing.T) {
	if got := Total([]int{100, 250}); got != 350 {
		t.Errorf("the total is %d", got)
	}
}
