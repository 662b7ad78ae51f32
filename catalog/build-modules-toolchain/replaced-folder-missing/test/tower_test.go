package tower

import "testing"

func TestHour(t *testing.T) {
	if got := Hour(2); got != "dongdong" {
		t.Errorf("it rings %s", got)
	}
}
