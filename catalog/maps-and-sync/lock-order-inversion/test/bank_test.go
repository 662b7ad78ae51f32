package bank

import (
	"testing"
	"time"
)

// meet returns a function that waits for its second caller, for a moment.
func meet() func() bool {
	callers := make(chan struct{})
	return func() bool {
		late := time.NewTimer(time.Second)
		defer late.Stop()
		select {
		case callers <- struct{}{}:
		case <-callers:
		case <-late.C:
		}
		return true
	}
}

func TestTransfersInBothDirections(t *testing.T) {
	ada, bob := Open(1, 1000), Open(2, 1000)
	approve := meet()
	done := make(chan bool)
	go func() { done <- Transfer(ada, bob, 300, approve) }()
	Transfer(bob, ada, 100, approve)
	<-done
	if ada.Cents() != 800 || bob.Cents() != 1200 {
		t.Fatalf("%d and %d, want 800 and 1200", ada.Cents(), bob.Cents())
	}
}
