package mailer

import "testing"

func TestSubject(t *testing.T) {
	if got := Subject("hello"); got != "hello" {
		t.Fatalf("subject %q", got)
	}
}
