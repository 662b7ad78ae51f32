//go:build unix

package daemon

import "testing"

func TestStart(t *testing.T) {
	var daemon Daemon
	daemon.Start()
	defer daemon.Stop()
	if !daemon.Running {
		t.Fatal("not running")
	}
}
