package telegram

import (
	"encoding/hex"
	"errors"
	"testing"
)

func TestShortTelegram(t *testing.T) {
	packet, err := hex.DecodeString("0807060504030201")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(packet); !errors.Is(err, ErrShort) {
		t.Fatalf("got %v, want %v", err, ErrShort)
	}
}
