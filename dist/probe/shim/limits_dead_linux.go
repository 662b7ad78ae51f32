package main

import (
	"strconv"
	"strings"
)

// limitTitles are the names of limits in /proc/PID/limits (man 5 proc_pid_limits).
var limitTitles = map[string]string{
	"Max cpu time": "cpu", "Max file size": "fsize", "Max data size": "data", "Max stack size": "stack",
	"Max core file size": "core", "Max processes": "nproc", "Max open files": "nofile",
	"Max locked memory": "memlock", "Max address space": "as",
}

// limitsOf reads the limits of a process that is dead and not yet reaped: a program may have lowered its own. It is nil where they
// cannot be read.
func limitsOf(pid int) map[string]limit {
	return parseLimits(readStart("/proc/"+strconv.Itoa(pid)+"/limits", 16<<10))
}

// parseLimits reads lines of a name, the soft limit, the hard limit and a unit, in columns.
func parseLimits(text string) map[string]limit {
	var found map[string]limit
	for _, line := range strings.Split(text, "\n") {
		for title, name := range limitTitles {
			values := strings.Fields(strings.TrimPrefix(line, title+" "))
			if !strings.HasPrefix(line, title+" ") || len(values) < 2 {
				continue
			}
			if found == nil {
				found = map[string]limit{}
			}
			found[name] = limit{Soft: parseLimit(values[0]), Hard: parseLimit(values[1])}
		}
	}
	return found
}

func parseLimit(text string) *uint64 {
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return nil // unlimited
	}
	return finite(value)
}
