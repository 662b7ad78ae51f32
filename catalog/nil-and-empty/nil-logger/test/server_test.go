package server

import (
	"strings"
	"testing"
)

func TestStartIsLogged(t *testing.T) {
	var out strings.Builder
	if err := Setup(&out); err != nil {
		t.Fatal(err)
	}
	Start(8080)
	if want := "server: ready\nserver: listening on port 8080\n"; out.String() != want {
		t.Fatalf("logged %q, want %q", out.String(), want)
	}
}
