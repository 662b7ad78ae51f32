package mailer

import "testing"

func TestCountInParallel(t *testing.T) {
	var mailer Mailer
	mailer.SendAll([]string{"ada", "bob"}, func(string) {})
	if got := mailer.Sent(); got != 2 {
		t.Fatalf("%d mails sent, want 2", got)
	}
}
