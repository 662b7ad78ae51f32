// Package host reads what the whole machine says about its memory.
package host

import (
	"math"
	"strconv"
	"strings"
)

// Memory is the machine's memory in bytes; what is not known is nil. Available is the kernel's estimate of what can be had
// without swapping. Inside a container these are still the numbers of the machine.
type Memory struct {
	TotalBytes     *uint64
	AvailableBytes *uint64
	SwapFreeBytes  *uint64
}

// parseMemory reads /proc/meminfo:
//
//	MemTotal:       24684096 kB
//	MemAvailable:   24277396 kB
//	SwapFree:              0 kB
func parseMemory(text string) Memory {
	var found Memory
	for _, line := range strings.Split(text, "\n") {
		name, rest, _ := strings.Cut(line, ":")
		switch name {
		case "MemTotal":
			found.TotalBytes = parseKiB(rest)
		case "MemAvailable":
			found.AvailableBytes = parseKiB(rest)
		case "SwapFree":
			found.SwapFreeBytes = parseKiB(rest)
		}
	}
	return found
}

func parseKiB(text string) *uint64 {
	fields := strings.Fields(text)
	if len(fields) != 2 || fields[1] != "kB" {
		return nil
	}
	value, err := strconv.ParseUint(fields[0], 10, 64)
	if err != nil || value > math.MaxUint64/1024 {
		return nil
	}
	value *= 1024
	return &value
}

// parseOOMKills reads the line "oom_kill N" of /proc/vmstat, which Linux 4.13 brought.
func parseOOMKills(text string) *uint64 {
	for _, line := range strings.Split(text, "\n") {
		if count, found := strings.CutPrefix(line, "oom_kill "); found {
			if value, err := strconv.ParseUint(count, 10, 64); err == nil {
				return &value
			}
		}
	}
	return nil
}
