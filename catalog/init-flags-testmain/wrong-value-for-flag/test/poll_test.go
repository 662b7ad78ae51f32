package poll

import "testing"

func TestWait(t *testing.T) {
	if Wait() <= 0 {
		t.Fatalf("waits %v", Wait())
	}
}
