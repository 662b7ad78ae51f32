// Package kernellog finds what the kernel said about processes that ended: that it killed them for lack of memory, that it
// refused them another process, or that they faulted.
package kernellog

import (
	"strings"
	"time"
)

const (
	maxLines     = 50
	maxLineBytes = 500
	// budget is for all sources together. A test binary has ended, and go test waits for this.
	budget = 2 * time.Second
)

// Log is what was found. Source is "" when the log could not be read, which proves nothing; Problem then says why.
type Log struct {
	Source  string   `json:"source"`  // kmsg, dmesg, sudo dmesg, journalctl, sudo journalctl or ""
	Lines   []string `json:"lines"`   // the relevant ones, oldest first
	Problem string   `json:"problem"` // why sources were not to be had; empty when the first one was
	Cut     bool     `json:"cut"`     // lines are missing: the newest, or after ReadAll maybe the oldest
}

// Read looks for lines about pids, and about any process that the kernel killed, from since on. It takes two seconds at
// the most. Process ids are those of the machine: inside a container they differ from what its processes see.
func Read(since time.Time, pids []int) Log { return readFor(&source{pids: pids}, since) }

// ReadAll is Read for who asks long after what it asks for: it says so when the log no longer reaches back that far.
func ReadAll(since time.Time, pids []int) Log { return readFor(&source{pids: pids, all: true}, since) }

func readFor(s *source, since time.Time) Log {
	elapsed := time.Since(since)
	now, ok := clock()
	if !ok {
		return Log{Lines: []string{}, Problem: "no kernel log is to be had on this system"}
	}
	s.from = earliest(now, elapsed)
	return read(*s)
}

// earliest is the time on the kernel log's clock from which on lines count. That clock runs free while the system's is
// steered by NTP: at up to 0.01 % apart, it may be minutes off after weeks. Half a minute of foreign lines does no harm,
// since each names its process.
func earliest(now, elapsed time.Duration) time.Duration {
	return now - elapsed - time.Second - now/10000
}

// source collects relevant lines of one log.
type source struct {
	from   time.Duration // on the clock of the log
	pids   []int
	all    bool // the oldest lines count as well
	lines  []found
	spoken bool // at least one line of the kernel was readable
}

type found struct {
	text  string
	named bool // it names one of the processes asked for
}

func (s *source) add(at time.Duration, message string) {
	s.spoken = true
	if at < s.from {
		return
	}
	relevant, named := judge(message, s.pids)
	if !relevant {
		return
	}
	if len(message) > maxLineBytes {
		message = message[:maxLineBytes]
	}
	if len(s.lines) == maxLines {
		s.drop()
	}
	s.lines = append(s.lines, found{strings.ToValidUTF8(message, "?"), named})
}

// drop makes room: the oldest line about somebody else goes first.
func (s *source) drop() {
	for i, line := range s.lines {
		if !line.named {
			s.lines = append(s.lines[:i], s.lines[i+1:]...)
			return
		}
	}
	s.lines = s.lines[1:]
}

func (s *source) texts() []string {
	texts := make([]string, 0, len(s.lines))
	for _, line := range s.lines {
		texts = append(texts, line.text)
	}
	return texts
}
