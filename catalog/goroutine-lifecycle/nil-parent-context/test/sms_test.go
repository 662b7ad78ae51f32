package sms

import (
	"context"
	"testing"
)

func TestSendWithoutContext(t *testing.T) {
	sent := ""
	err := Send(nil, func(_ context.Context, number, text string) error {
		sent = number + ": " + text
		return nil
	}, "555-1234", "hello")
	if err != nil || sent != "555-1234: hello" {
		t.Fatalf("sent %q, %v", sent, err)
	}
}
