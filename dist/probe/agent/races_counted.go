//go:build race

package agent

import crashGuardRuntime "runtime"

// crashGuardRaces is the number of races that the detector has reported in this process.
func crashGuardRaces() int { return crashGuardRuntime.RaceErrors() }
