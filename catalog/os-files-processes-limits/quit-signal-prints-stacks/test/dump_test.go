//go:build unix

package dump

import (
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestDump(t *testing.T) {
	var out strings.Builder
	dumper := New(&out)
	if err := syscall.Kill(os.Getpid(), syscall.SIGQUIT); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	if err := dumper.Next(); err != nil || !strings.Contains(out.String(), "goroutine profile") {
		t.Fatalf("dump %q, %v", out.String(), err)
	}
}
