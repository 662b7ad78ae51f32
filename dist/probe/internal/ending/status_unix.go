//go:build unix

package ending

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// Of reads the ending of a process that was waited for.
func Of(state *os.ProcessState) Ending {
	return FromWait(state.Sys().(syscall.WaitStatus), state.SysUsage().(*syscall.Rusage))
}

// FromWait reads what wait4 reported.
func FromWait(status syscall.WaitStatus, usage *syscall.Rusage) Ending {
	end := Ending{
		MaxRssBytes: maxRssBytes(usage),
		UserCPUMs:   milliseconds(usage.Utime),
		SystemCPUMs: milliseconds(usage.Stime),
	}
	if status.Signaled() {
		name, number := SignalName(status.Signal()), int(status.Signal())
		end.Signal, end.SignalNumber, end.CoreDumped = &name, &number, status.CoreDump()
		return end
	}
	code := status.ExitStatus()
	end.ExitCode = &code
	return end
}

// maxRssBytes evens out ru_maxrss: bytes on Apple's systems, KiB everywhere else.
func maxRssBytes(usage *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) * 1024
}

func milliseconds(used syscall.Timeval) int64 {
	return time.Duration(used.Nano()).Milliseconds()
}
