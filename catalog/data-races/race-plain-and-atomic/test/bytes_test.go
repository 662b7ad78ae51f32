package transfer

import "testing"

func TestReadWhileCounting(t *testing.T) {
	var counter Counter
	shown := make(chan string)
	go func() { shown <- counter.String() }()
	counter.Sent(2048)
	if got := <-shown; got != "2 KiB" {
		t.Fatalf("got %q, want 2 KiB", got)
	}
}
