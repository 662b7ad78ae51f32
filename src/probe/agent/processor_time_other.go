//go:build !linux

package agent

import crashGuardTime "time"

func crashGuardProcessorTime() (used crashGuardTime.Duration, known bool) { return 0, false }
