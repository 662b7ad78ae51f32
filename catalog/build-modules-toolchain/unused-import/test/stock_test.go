package stock

import "testing"

func TestNames(t *testing.T) {
	if got := Names("tea,milk"); len(got) != 2 {
		t.Errorf("the names are %v", got)
	}
}
