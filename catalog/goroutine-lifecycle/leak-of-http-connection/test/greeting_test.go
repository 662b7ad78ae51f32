package greeting

import (
	"net"
	"net/http"
	"testing"

	"go.uber.org/goleak"
)

// serve answers one connection after the other by hand, so that only the client has goroutines to leave behind.
func serve(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		request := make([]byte, 1024)
		if _, err := conn.Read(request); err != nil {
			return
		}
		conn.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"))
	}
}

func TestGreetingOfServer(t *testing.T) {
	defer goleak.VerifyNone(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	go serve(listener)
	client := New()
	defer client.Close()
	got, err := client.Get("http://" + listener.Addr().String())
	if err != nil || got != "hello" {
		t.Fatalf("got %q, %v, want hello, status %d", got, err, http.StatusOK)
	}
}
