package watcher

import "testing"

func TestStopWithoutStart(t *testing.T) {
	New("/etc/hosts").Stop()
}
