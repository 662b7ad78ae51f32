package server

import (
	"encoding/json"
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestDefaultPort(t *testing.T) {
	var server Server
	if err := json.Unmarshal([]byte(`{"Host": "example.com"}`), &server); err != nil {
		t.Fatal(err)
	}
	if want := (Server{Host: "example.com", Port: 443}); server != want {
		t.Fatalf("got %v, want %v", server, want)
	}
}
