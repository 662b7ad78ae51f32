package camera

import "testing"

func TestPinFrame(t *testing.T) {
	var queue Queue
	defer queue.Close()
	queue.Add(make([]byte, 640))
	if got := queue.Len(); got != 1 {
		t.Fatalf("%d frames in the queue, want 1", got)
	}
}
