package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
)

// descendants are the living processes below ancestor, nearest first. Zombies are not living.
func descendants(ancestor int) ([]int, error) {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil, err
	}
	children := map[int][]int{}
	for _, entry := range entries {
		pid, err := strconv.Atoi(entry.Name())
		if err != nil {
			continue
		}
		// A process that has ended since the folder was listed is no error.
		if text, err := os.ReadFile(filepath.Join("/proc", entry.Name(), "stat")); err == nil {
			if parent, alive := parseStat(text); alive {
				children[parent] = append(children[parent], pid)
			}
		}
	}
	var found []int
	for generation := []int{ancestor}; len(generation) > 0; {
		var next []int
		for _, pid := range generation {
			next = append(next, children[pid]...)
		}
		found = append(found, next...)
		generation = next
	}
	return found, nil
}

// parseStat reads the parent from "PID (NAME) STATE PPID ...". The name may itself hold spaces and parentheses.
func parseStat(text []byte) (parent int, alive bool) {
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if len(fields) < 2 || fields[0][0] == 'Z' || fields[0][0] == 'X' {
		return 0, false
	}
	parent, err := strconv.Atoi(string(fields[1]))
	return parent, err == nil
}
