package weather

import (
	"net"
	"testing"
)

func TestSilentServer(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if answer, err := Now("http://" + listener.Addr().String()); err == nil {
		t.Errorf("a silent server answered %q", answer)
	}
}
