package pause

import "testing"

func TestNoPause(t *testing.T) {
	For(0)
}
