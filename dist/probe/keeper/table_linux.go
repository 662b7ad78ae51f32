package main

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// fullReading is how often the table forgets what it knows of other processes: their ids may be used again.
const fullReading = 16

// table reads the processes below the keeper again and again. On a machine with hundreds of processes that are none of
// our business it would mostly read those; as no process ever moves to another parent but to an ancestor, it reads them
// once and then only what is new.
type table struct {
	foreign map[int]bool
	rounds  int
	buffer  [1024]byte // more than a line of stat ever has
}

// read lists the living processes below ancestor, in no order.
func (t *table) read(ancestor int) ([]process, error) {
	folder, err := os.Open("/proc")
	if err != nil {
		return nil, err
	}
	names, err := folder.Readdirnames(-1)
	folder.Close()
	if err != nil {
		return nil, err
	}
	if t.rounds%fullReading == 0 {
		t.foreign = map[int]bool{}
	}
	t.rounds++

	known := map[int]process{}
	children := map[int][]int{}
	for _, name := range names {
		pid, err := strconv.Atoi(name)
		if err != nil || t.foreign[pid] {
			continue
		}
		// A process that has ended since the folder was listed is no error.
		if one, alive := t.stat(pid); alive {
			known[pid] = one
			children[one.parent] = append(children[one.parent], pid)
		}
	}
	// A process whose parent died just now is seen below neither; it will be read again.
	roots := []int{0}
	for pid := range t.foreign {
		roots = append(roots, pid)
	}
	for _, pid := range reach(roots, children, ancestor) {
		t.foreign[pid] = true
	}
	var found []process
	for _, pid := range reach([]int{ancestor}, children, 0) {
		one := known[pid]
		if one.borrows(known[one.parent]) {
			one.rssBytes = 0 // its parent's, which counts once
		}
		found = append(found, one)
	}
	return found, nil
}

// reach lists what is below the roots, without one process and what is below that.
func reach(roots []int, children map[int][]int, without int) []int {
	var found []int
	for len(roots) > 0 {
		var next []int
		for _, root := range roots {
			for _, child := range children[root] {
				if child != without {
					next = append(next, child)
				}
			}
		}
		found = append(found, next...)
		roots = next
	}
	return found
}

// stat reads /proc/PID/stat, which holds the parent and the resident memory in one line.
func (t *table) stat(pid int) (process, bool) {
	fd, err := syscall.Open("/proc/"+strconv.Itoa(pid)+"/stat", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return process{}, false
	}
	defer syscall.Close(fd)
	n, err := syscall.Read(fd, t.buffer[:])
	if err != nil || n <= 0 {
		return process{}, false
	}
	return parseProcess(pid, t.buffer[:n])
}

// parseProcess reads name, parent and memory from "PID (NAME) STATE PPID ... VSIZE RSS ... STARTSTACK ...", where VSIZE is the 23rd
// field, RSS, in pages, the next one and STARTSTACK the 28th (proc(5)).
func parseProcess(pid int, text []byte) (process, bool) {
	parent, alive := parseStat(text)
	open, closed := bytes.IndexByte(text, '('), bytes.LastIndexByte(text, ')')
	if !alive || open < 0 || closed < open {
		return process{}, false
	}
	one := process{pid: pid, parent: parent, name: string(text[open+1 : closed])}
	fields := bytes.Fields(text[closed+1:])
	number := func(field, bits int) uint64 {
		if field >= len(fields) {
			return 0
		}
		value, err := strconv.ParseUint(string(fields[field]), 10, bits)
		if err != nil {
			return 0
		}
		return value
	}
	one.vsize, one.rssBytes, one.stack = number(20, 64), number(21, 44)*uint64(os.Getpagesize()), number(25, 64)
	return one, true
}
