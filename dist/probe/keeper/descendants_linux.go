package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
)

// descendants are the living processes below ancestor, nearest first. A zombie is not living, but others may be below it: the
// first thread of a process can be gone while another, which has children, is still on its way.
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

// parseStat reads the parent, 0 where there is none, from "PID (NAME) STATE PPID ...". The name may itself hold spaces and
// parentheses.
func parseStat(text []byte) (parent int, alive bool) {
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if len(fields) < 2 {
		return 0, false
	}
	parent, err := strconv.Atoi(string(fields[1]))
	return parent, err == nil && fields[0][0] != 'Z' && fields[0][0] != 'X'
}
