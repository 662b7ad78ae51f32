package frame

import (
	"errors"
	"strings"
	"testing"
)

func TestHugeFrame(t *testing.T) {
	if frame, err := Read(strings.NewReader("\x00\x00\x00\x02ok")); err != nil || string(frame) != "ok" {
		t.Fatalf("frame %q, %v", frame, err)
	}
	if _, err := Read(strings.NewReader("\xff\xff\xff\xf0GET / HTTP/1.1")); !errors.Is(err, ErrTooLarge) {
		t.Fatalf("got %v, want %v", err, ErrTooLarge)
	}
}
