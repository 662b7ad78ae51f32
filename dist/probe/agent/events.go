package agent

import (
	crashGuardRuntime "runtime"
	crashGuardTime "time"
)

// crashGuardWaitRate is such that a wait as long is always noted.
const crashGuardWaitRate = 10 * crashGuardTime.Millisecond

// crashGuardProfileEvents has the runtime note what goroutines wait for, so that a snapshot can tell: one in a hundred
// contended locks, and one wait in 10 ms of waiting. What the tests or the flags of go test choose holds: they come later.
// Nothing is set back, because before there was nothing. To set the rate the runtime may have to sleep, which starts the
// poller and takes its two descriptors; package testing starts it too, when the tests have a deadline.
func crashGuardProfileEvents() {
	if crashGuardRuntime.SetMutexProfileFraction(-1) == 0 {
		crashGuardRuntime.SetMutexProfileFraction(100)
	}
	crashGuardRuntime.SetBlockProfileRate(int(crashGuardWaitRate))
}
