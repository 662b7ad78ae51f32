package mailer

import (
	"runtime"
	"testing"
)

func TestSend(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if got := Send(); got != 1 {
		t.Fatalf("%d mails sent, want 1", got)
	}
}
