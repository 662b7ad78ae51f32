package cgroup

import (
	"strconv"
	"strings"
)

// MemoryLevel is what one group says about memory. What could not be read is nil; the root of version 2 has no such
// files at all.
type MemoryLevel struct {
	Path       string  `json:"path"`
	LimitBytes *uint64 `json:"limitBytes"` // nil also where there is no limit
	UsageBytes *uint64 `json:"usageBytes"`
	PeakBytes  *uint64 `json:"peakBytes"`
	// Version 2 only: how often the killer was needed. It can be without a kill.
	Oom *uint64 `json:"oom"`
	// Processes killed. Version 2 counts those of the groups below as well, version 1 only those of this very group,
	// whichever group's limit was hit.
	OomKill      *uint64 `json:"oomKill"`
	OomKillLocal *uint64 `json:"oomKillLocal"`
	LimitHits    *uint64 `json:"limitHits"` // how often usage ran into this group's limit, mostly without harm
}

// PidsLevel is what one group says about the number of processes and threads.
type PidsLevel struct {
	Path    string  `json:"path"`
	Limit   *uint64 `json:"limit"` // nil also where there is no limit
	Current *uint64 `json:"current"`
	Refused *uint64 `json:"refused"` // forks that failed because of the limit
}

// noLimit is where limits end to mean anything: version 1 writes "none" as the largest number of whole pages, such as
// 9223372036854771712.
const noLimit = 1 << 62

// parseLimit reads a limit; nil is none ("max", or a number that no machine can have).
func parseLimit(text string) *uint64 {
	value := parseNumber(text)
	if value == nil || *value >= noLimit {
		return nil
	}
	return value
}

func parseNumber(text string) *uint64 {
	value, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return nil
	}
	return &value
}

// parseKey reads one counter of a file with lines "key value".
func parseKey(text, key string) *uint64 {
	for _, line := range strings.Split(text, "\n") {
		name, value, found := strings.Cut(line, " ")
		if found && name == key {
			return parseNumber(value)
		}
	}
	return nil
}
