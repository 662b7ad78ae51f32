package scanner

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"testing"
)

func TestSignalAfterScan(t *testing.T) {
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGUSR1)
	defer signal.Stop(reload)
	if Page() == 0 {
		t.Fatal("nothing was read")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	process, thread := uintptr(os.Getpid()), uintptr(syscall.Gettid())
	_, _, errno := syscall.RawSyscall(syscall.SYS_TGKILL, process, thread, uintptr(syscall.SIGUSR1))
	if errno != 0 {
		t.Fatal(errno)
	}
	<-reload
}
