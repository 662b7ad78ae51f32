package serve

import "testing"

func TestServeUntilDone(t *testing.T) {
	queue := make(chan string, 1)
	queue <- "hello"
	close(queue)
	answered := make(chan string, 1)
	Serve([]<-chan string{queue}, func(request string) { answered <- request })
	if got := <-answered; got != "hello" {
		t.Fatalf("got %q, want hello", got)
	}
}
