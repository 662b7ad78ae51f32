//go:build unix

package server

import (
	"os"
	"syscall"
	"testing"
	"time"
)

func TestShutdownBeforeServe(t *testing.T) {
	server := Start()
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	server.Serve()
	<-server.Stopped
}
