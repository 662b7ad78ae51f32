package main

import (
	"os"
	"strconv"
	"strings"
)

// maxCountedFiles bounds the work on a kernel that does not count open files itself.
const maxCountedFiles = 1 << 16

// usageOf reads what a process uses. One that is dead and not yet reaped has only its processor time left.
func usageOf(pid int) usage {
	process := "/proc/" + strconv.Itoa(pid)
	now, dead := parseStat(readStart(process+"/stat", 4096))
	if !dead {
		now.openFiles = openFiles(process + "/fd")
	}
	return now
}

// parseStat reads "PID (NAME) STATE ..." (man 5 proc_pid_stat). The name may itself hold spaces and parentheses. Times are
// in ticks of 10 ms.
func parseStat(text string) (now usage, dead bool) {
	const state, userTime, systemTime, threads = 0, 11, 12, 17 // counted from the state on
	fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
	if len(fields) <= threads {
		return usage{}, true
	}
	user, err := strconv.ParseUint(fields[userTime], 10, 53)
	system, err2 := strconv.ParseUint(fields[systemTime], 10, 53)
	if err == nil && err2 == nil {
		used := (user + system) * 10
		now.cpuMs = &used
	}
	if fields[state] == "Z" || fields[state] == "X" {
		return now, true
	}
	if count, err := strconv.ParseUint(fields[threads], 10, 53); err == nil {
		now.threads = &count
	}
	return now, false
}

// openFiles counts descriptors. Since Linux 6.2 their number is the folder's size; before that they have to be listed.
func openFiles(folder string) *uint64 {
	info, err := os.Stat(folder)
	if err != nil {
		return nil
	}
	if size := uint64(info.Size()); size > 0 {
		return &size
	}
	list, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer list.Close()
	count := uint64(0)
	for count < maxCountedFiles {
		names, err := list.Readdirnames(1024)
		count += uint64(len(names))
		if err != nil {
			break
		}
	}
	return &count
}
