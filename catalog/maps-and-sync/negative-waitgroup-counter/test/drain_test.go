package drain

import "testing"

func handle(request *Request, fails bool) {
	defer request.Finish()
	if fails {
		request.Abort()
	}
}

func TestAbortedRequestIsCountedOnce(t *testing.T) {
	var server Server
	handle(server.Begin(), false)
	handle(server.Begin(), true)
	if got := server.Drain(); got != 1 {
		t.Fatalf("%d requests aborted, want 1", got)
	}
}
