package gate

import "testing"

func TestWaitAfterReady(t *testing.T) {
	gate := New()
	gate.Open()
	gate.Enter()
}
