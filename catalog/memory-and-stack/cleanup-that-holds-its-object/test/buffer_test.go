package buffer

import (
	"runtime"
	"testing"
)

func TestNewBuffer(t *testing.T) {
	buffer := New(512)
	if got := Used(); got != 512 {
		t.Fatalf("%d bytes are used, want 512", got)
	}
	runtime.KeepAlive(buffer)
}
