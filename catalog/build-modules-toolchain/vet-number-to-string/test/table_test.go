package table

import "testing"

func TestName(t *testing.T) {
	if got := Name(65); got != "table 65" {
		t.Errorf("it is called %q", got)
	}
}
