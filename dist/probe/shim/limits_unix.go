//go:build linux || darwin

package main

import (
	"math"
	"syscall"
)

func readLimit(resource int) (limit, bool) {
	var value syscall.Rlimit
	if err := syscall.Getrlimit(resource, &value); err != nil {
		return limit{}, false
	}
	return limit{Soft: finite(uint64(value.Cur)), Hard: finite(uint64(value.Max))}, true
}

// finite is nil for RLIM_INFINITY: all ones on Linux, the largest signed number on macOS. The constant of package
// syscall is signed on some architectures and not on others.
func finite(value uint64) *uint64 {
	if value == math.MaxUint64 || value == math.MaxInt64 {
		return nil
	}
	return &value
}
