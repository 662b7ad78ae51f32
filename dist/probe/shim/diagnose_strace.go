package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"go-crash-guard/probe/internal/record"
)

const systemCallBytes = 32 << 20 // kept in strace.txt

// tracedCalls are those that a process needs to begin and to grow, and may be refused. A name that the machine's strace or
// processor lacks is left out ("?").
const tracedCalls = "%process,%file,?mmap,?mmap2,?mremap,?mprotect,?brk,?mlock,?mlock2,?memfd_create,?prlimit64,?setrlimit," +
	"?getrlimit,?ugetrlimit,?pipe,?pipe2,?epoll_create,?epoll_create1,?eventfd2,?socket,?inotify_init1,?inotify_add_watch," +
	"?seccomp,?arch_prctl,?personality,?timer_create,?io_uring_setup"

// straceRecord is strace.json.
type straceRecord struct {
	Schema     int         `json:"schema"`
	Supported  bool        `json:"supported"`
	Problem    *string     `json:"problem"`    // why nothing was traced
	LastFailed *failedCall `json:"lastFailed"` // of the test binary or anything that it started
	Tail       []string    `json:"tail"`
}

// lookAtSystemCalls leaves strace.txt and strace.json.
func lookAtSystemCalls(j job) {
	found := straceRecord{Schema: record.Schema, Tail: []string{}}
	defer func() { j.attempt.write("strace.json", found) }()
	refuse := func(problem string) {
		j.attempt.problem("strace: %s", problem)
		found.Problem = &problem
	}
	program, err := exec.LookPath("strace")
	if err != nil {
		refuse("it is not installed (apt-get install strace, dnf install strace)")
		return
	}
	calls, err := receiveCalls(filepath.Join(j.attempt.dir, "strace.txt"))
	if err != nil {
		refuse(err.Error())
		return
	}
	j.call.wrapper = append(calls.command(program), j.call.wrapper...)
	said := ""
	watchOutput(j, plainly(), func(line string) {
		if strings.HasPrefix(line, program+": ") {
			said = strings.TrimPrefix(line, program+": ")
		}
	})
	last := calls.end()
	found.Tail, found.LastFailed = append(found.Tail, last.tail...), last.lastFailed
	if found.Supported = len(found.Tail) > 0; !found.Supported {
		refuse("it traced nothing: " + said)
	}
}

// calls is what strace reports, by a pipe: a file could fill the disk, and the limits of the tests would hold for it.
type calls struct {
	theirs *os.File // what strace opens
	done   chan struct{}
	mutex  sync.Mutex
	read   straceReader
}

func receiveCalls(path string) (*calls, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	ours, theirs, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c := &calls{theirs: theirs, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		kept := &bounded{file: file, left: systemCallBytes}
		eachLine(ours, kept.add, c.line)
		kept.close()
	}()
	return c, nil
}

// command has strace open the pipe as a file, so that the tests do not inherit it. The tracer is no parent of the test
// binary (-D): that stays the shim's child and keeps its way to end.
func (c *calls) command(program string) []string {
	output := fmt.Sprintf("/proc/%d/fd/%d", os.Getpid(), c.theirs.Fd())
	return []string{program, "-D", "-q", "-f", "-s", "64", "-e", "trace=" + tracedCalls, "-e", "signal=!SIGURG", "-o", output, "--"}
}

func (c *calls) line(text string) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.read.line(text)
}

// end is called when the child has ended.
func (c *calls) end() straceReader {
	c.theirs.Close()
	waitFor(c.done)
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.read
}
