package idle

import (
	"net"
	"testing"
	"testing/synctest"
	"time"
)

func TestIdleConnectionIsClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, server := net.Pipe()
		defer client.Close()
		start := time.Now()
		Serve(server)
		if took := time.Since(start); took != time.Hour {
			t.Errorf("closed after %v, want 1h", took)
		}
	})
}
