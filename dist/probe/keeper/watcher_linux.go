package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"go-crash-guard/probe/internal/host"
	"go-crash-guard/probe/internal/record"
)

const (
	// deathPatience is how long a killed process may hold its memory before the next one has to go.
	deathPatience = 2 * time.Second
	maxKills      = 1000 // lines in the file
)

// watcher is the ceiling without the kernel's help: it adds up what the processes below the keeper hold and kills the
// largest test at the ceiling, or before the whole machine runs out because of them.
type watcher struct {
	recordDir string
	ceiling   uint64
	command   int
	shim      string // the program, which lies beside this one
	table     table
	kills     int
	stuck     map[int]bool // were killed and are still there
}

func newWatcher(recordDir string, ceiling uint64, command int) *watcher {
	w := &watcher{recordDir: recordDir, ceiling: ceiling, command: command, stuck: map[int]bool{}}
	if self, err := os.Executable(); err == nil {
		w.shim = filepath.Join(filepath.Dir(self), "shim")
	}
	return w
}

func watchable() error {
	var processes table
	_, err := processes.read(os.Getpid())
	return err
}

func (w *watcher) run(stop <-chan struct{}) {
	for !closed(stop) { // once more would strike at what a command that has ended left behind
		select {
		case <-stop:
		case <-time.After(w.look()):
		}
	}
}

func closed(channel <-chan struct{}) bool {
	select {
	case <-channel:
		return true
	default:
		return false
	}
}

// look adds up once, kills if that is needed, and says how long to wait.
func (w *watcher) look() time.Duration {
	family, err := w.table.read(os.Getpid())
	if err != nil {
		return longest
	}
	var tree uint64
	for _, one := range family {
		tree += one.rssBytes
	}
	memory := host.ReadMemory()
	headroom, exhausted := room(tree, w.ceiling, memory)
	if exhausted {
		w.strike(family, tree, memory.AvailableBytes)
		return shortest
	}
	return interval(headroom)
}

// watcherKill is a line of watcher-kills.jsonl.
type watcherKill struct {
	At                string  `json:"at"`
	Pid               int     `json:"pid"`
	Ancestors         []int   `json:"ancestors"`
	RssBytes          uint64  `json:"rssBytes"`
	TreeBytes         uint64  `json:"treeBytes"`
	CeilingBytes      uint64  `json:"ceilingBytes"`
	MemAvailableBytes *uint64 `json:"memAvailableBytes"`
	Name              string  `json:"name"`
}

// strike kills one process, says so first, and waits for its memory to come back.
func (w *watcher) strike(family []process, tree uint64, available *uint64) {
	var killable []process
	for _, one := range family {
		program, _ := os.Readlink("/proc/" + strconv.Itoa(one.pid) + "/exe")
		one.shim = program == w.shim
		if w.stuck[one.pid] {
			one.rssBytes = 0 // it counts as a parent only
		}
		killable = append(killable, one)
	}
	chosen, ok := victim(killable, w.command)
	if !ok {
		return
	}
	w.note(watcherKill{
		At: record.Moment(time.Now()), Pid: chosen.pid, Ancestors: ancestors(chosen.pid, parentsOf(family)),
		RssBytes: chosen.rssBytes, TreeBytes: tree, CeilingBytes: w.ceiling, MemAvailableBytes: available, Name: chosen.name,
	})
	_ = syscall.Kill(chosen.pid, syscall.SIGKILL)
	for end := time.Now().Add(deathPatience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if ended(chosen.pid) {
			return
		}
	}
	w.stuck[chosen.pid] = true
}

// note comes before the kill: the reader of a test's end must find it.
func (w *watcher) note(kill watcherKill) {
	if w.kills++; w.kills > maxKills {
		return
	}
	text, err := json.Marshal(kill)
	if err != nil {
		return
	}
	file, err := os.OpenFile(killsFile(w.recordDir), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err == nil {
		_, err = file.Write(append(text, '\n'))
		file.Close()
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "crash-guard: %v\n", err)
	}
}

// ended reports whether a process no longer holds memory; a zombie without other threads does not.
func ended(pid int) bool {
	var one table
	_, alive := one.stat(pid)
	return !alive
}

// exiting reports whether a process is on its way out or gone. The kernel sets the flag before it takes the process out of its
// groups (do_exit), and shows it as field 9 of stat, the seventh after the name: proc(5).
func exiting(pid int) bool {
	const flag = 4 // PF_EXITING of linux/sched.h
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	fields := bytes.Fields(text[bytes.LastIndexByte(text, ')')+1:])
	if err != nil || len(fields) < 7 {
		return true
	}
	flags, err := strconv.ParseUint(string(fields[6]), 10, 64)
	return err != nil || flags&flag != 0
}
