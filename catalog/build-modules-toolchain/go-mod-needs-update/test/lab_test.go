package lab

import "testing"

func TestWeigh(t *testing.T) {
	if got := Weigh(5000); got != 5 {
		t.Errorf("it weighs %d", got)
	}
}
