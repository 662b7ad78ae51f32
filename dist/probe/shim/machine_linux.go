package main

import (
	"io"
	"os"
	"strconv"
	"strings"
)

// oomKills is the line of /proc/vmstat that counts OOM kills on the whole machine, those in control groups included
// (Linux 4.13).
func oomKills() *uint64 {
	return lineValue(readStart("/proc/vmstat", 64<<10), "oom_kill ", 1)
}

func freeMemory() (available, swap *uint64) {
	text := readStart("/proc/meminfo", 64<<10)
	return lineValue(text, "MemAvailable:", 1024), lineValue(text, "SwapFree:", 1024)
}

// lineValue reads the first number of the line that begins with key, in the given unit.
func lineValue(text, key string, unit uint64) *uint64 {
	for _, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, key) {
			continue
		}
		if fields := strings.Fields(line[len(key):]); len(fields) > 0 {
			if value, err := strconv.ParseUint(fields[0], 10, 53); err == nil {
				value *= unit
				return &value
			}
		}
		return nil
	}
	return nil
}

// readStart reads the beginning of a file, "" where there is none.
func readStart(path string, limit int64) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, _ := io.ReadAll(io.LimitReader(file, limit))
	return string(text)
}
