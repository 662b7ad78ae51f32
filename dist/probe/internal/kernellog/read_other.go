//go:build !linux

package kernellog

import "time"

func clock() (time.Duration, bool) { return 0, false }

func read(time.Duration, []int) Log { return Log{} }
