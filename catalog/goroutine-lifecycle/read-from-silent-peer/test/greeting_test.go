package greeting

import (
	"net"
	"testing"
	"time"
)

func TestSilentServer(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if _, err := Of(listener.Addr().String(), 100*time.Millisecond); err == nil {
		t.Fatal("no error, though the server says nothing")
	}
}
