package idle

import (
	"net"
	"testing"
	"testing/synctest"
	"time"
)

func connect(t *testing.T) (client, server net.Conn) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if client, err = net.Dial("tcp", listener.Addr().String()); err != nil {
		t.Fatal(err)
	}
	if server, err = listener.Accept(); err != nil {
		t.Fatal(err)
	}
	return client, server
}

func TestIdleConnectionIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := connect(t)
		defer client.Close()
		start := time.Now()
		Serve(server)
		if took := time.Since(start); took != time.Hour {
			t.Errorf("closed after %v, want 1h", took)
		}
	})
}
