//go:build unix

package reload

import (
	"os"
	"syscall"
	"testing"
)

func TestSignalDuringReload(t *testing.T) {
	reloader := New()
	defer reloader.Close()
	hangUp := func() {
		if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
			t.Error(err)
		}
	}
	hangUp()
	reloader.Wait(hangUp)
	reloader.Wait(func() {})
	if reloader.Reloads != 2 {
		t.Fatalf("%d reloads, want 2", reloader.Reloads)
	}
}
