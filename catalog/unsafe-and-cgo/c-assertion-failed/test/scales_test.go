package scales

import (
	"errors"
	"testing"
)

func TestNoNegativeWeight(t *testing.T) {
	if price, err := Price(-5, 1290); !errors.Is(err, ErrWeight) {
		t.Fatalf("price %d, %v", price, err)
	}
}
