package clock

import (
	"context"
	"io"
	"net"
	"testing"
	"time"
)

func TestServeOneVisitor(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		conn, err := net.Dial("tcp", listener.Addr().String())
		if err != nil {
			t.Error(err)
			return
		}
		if text, err := io.ReadAll(conn); err != nil || len(text) == 0 {
			t.Errorf("got %q, %v", text, err)
		}
		// Time for the server to wait for the next visitor.
		time.Sleep(200 * time.Millisecond)
	}()
	if err := Serve(ctx, listener); err != nil {
		t.Fatal(err)
	}
}
