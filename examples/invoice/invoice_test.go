package invoice

import "testing"

func TestNext(t *testing.T) {
	if got := Number(41); got != 42 {
		t.Errorf("Number(41) = %d, want 42", got)
	}
}

func TestDamaged(t *testing.T) {
	if got := Number(-1); got != 1 {
		t.Errorf("Number(-1) = %d, want 1", got)
	}
}

func TestFirst(t *testing.T) {
	if got := Number(0); got != 1 {
		t.Errorf("Number(0) = %d, want 1", got)
	}
}
