package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
)

// descendants are the living processes below ancestor, nearest first. A zombie is not living, but others may be below it for a
// moment, until they have another parent.
func descendants(ancestor int) ([]int, error) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil, err
	}
	children, living := map[int][]int{}, map[int]bool{}
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		// A process that has ended since the folder was listed is no error.
		if text, err := os.ReadFile(filepath.Join("/proc", entry.Name(), "stat")); err == nil {
			if parent, alive := parseStat(text); parent > 0 {
				children[parent] = append(children[parent], pid)
				living[pid] = alive
			}
		}
	}
	var found []int
	for generation := []int{ancestor}; len(generation) > 0; {
		var next []int
		for _, pid := range generation {
			next = append(next, children[pid]...)
		}
		for _, pid := range next {
			if living[pid] {
				found = append(found, pid)
			}
		}
		generation = next
	}
	return found, nil
}

// parseStat reads the parent, 0 where there is none, from "PID (NAME) STATE PPID ... THREADS ...". The name may itself hold spaces
// and parentheses.
func parseStat(text []byte) (parent int, alive bool) {
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if len(fields) < 2 {
		return 0, false
	}
	parent, err := strconv.Atoi(string(fields[1]))
	return parent, err == nil && !over(fields)
}

// over reports whether all of a process has ended, by the fields after its name. One whose first thread is gone shows as a zombie
// without memory, while the other threads still run and hold it all. How many threads there are is the 20th field (proc(5)).
func over(fields [][]byte) bool {
	if state := fields[0][0]; state != 'Z' && state != 'X' {
		return false
	}
	const threads = 17
	if len(fields) <= threads {
		return true
	}
	count, err := strconv.Atoi(string(fields[threads]))
	return err != nil || count < 2
}
