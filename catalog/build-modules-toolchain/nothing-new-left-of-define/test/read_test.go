package read

import "testing"

func TestSum(t *testing.T) {
	if got, err := Sum("2", "3"); err != nil || got != 5 {
		t.Errorf("the sum is %d, %v", got, err)
	}
}
