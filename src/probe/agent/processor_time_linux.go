package agent

import (
	crashGuardSyscall "syscall"
	crashGuardTime "time"
)

// crashGuardProcessorTime is what all threads of this process have had of the processors.
func crashGuardProcessorTime() (used crashGuardTime.Duration, known bool) {
	var usage crashGuardSyscall.Rusage
	if err := crashGuardSyscall.Getrusage(crashGuardSyscall.RUSAGE_SELF, &usage); err != nil {
		return 0, false
	}
	return crashGuardTime.Duration(usage.Utime.Nano() + usage.Stime.Nano()), true
}
