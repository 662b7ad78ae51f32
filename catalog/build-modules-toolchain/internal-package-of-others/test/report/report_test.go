package report

import "testing"

func TestSum(t *testing.T) {
	if got := Sum("tea", "milk"); got != 700 {
		t.Errorf("the sum is %d", got)
	}
}
