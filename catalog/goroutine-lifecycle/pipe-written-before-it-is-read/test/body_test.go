package body

import (
	"io"
	"testing"
)

func TestEncodedBody(t *testing.T) {
	reader, err := Encode(map[string]int{"cents": 250})
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil || string(text) != "{\"cents\":250}\n" {
		t.Fatalf("got %q, %v", text, err)
	}
}
