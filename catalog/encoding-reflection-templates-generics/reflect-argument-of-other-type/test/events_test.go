package events

import "testing"

func TestEventWithInt(t *testing.T) {
	var bus Bus
	var sold int64
	bus.Subscribe(func(count int64) { sold += count })
	bus.Publish(3)
	if sold != 3 {
		t.Errorf("%d were sold", sold)
	}
}
