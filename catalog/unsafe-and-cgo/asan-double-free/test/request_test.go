package request

import (
	"errors"
	"testing"
)

func TestRetry(t *testing.T) {
	if err := Send("hello", false); !errors.Is(err, ErrOffline) {
		t.Fatalf("got %v, want %v", err, ErrOffline)
	}
	if err := Send("hello", true); err != nil {
		t.Fatal(err)
	}
}
