//go:build linux

package dump

import (
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

func TestDump(t *testing.T) {
	var out strings.Builder
	dumper := New(&out)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	process, thread := uintptr(os.Getpid()), uintptr(syscall.Gettid())
	_, _, errno := syscall.RawSyscall(syscall.SYS_TGKILL, process, thread, uintptr(syscall.SIGQUIT)) //crash:blame
	if errno != 0 {
		t.Fatal(errno)
	}
	if err := dumper.Next(); err != nil || !strings.Contains(out.String(), "goroutine profile") {
		t.Fatalf("dump %q, %v", out.String(), err)
	}
}
