package echo

import (
	"net"
	"testing"
)

const address = "127.0.0.1:70000"

func TestEchoAnswers(t *testing.T) {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Skipf("no port to listen on: %v", err)
	}
	t.Cleanup(func() {
		listener.Close()
	})
	go Serve(listener)
}
