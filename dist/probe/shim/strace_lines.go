package main

import "regexp"

const (
	tailLines    = 20
	keptOfALine  = 500 // bytes in a record
	callsPattern = `^(?:\d+ +)?(?:<\.\.\. )?(?P<call>[a-z0-9_]+)(?: resumed>|\().*\) += -1 (?P<errno>E[A-Z0-9]+)(?: |$)`
)

// failedCall matches a system call that was refused, in one piece or finished after another thread's:
//
//	7146  execve("/tmp/a.test", ["/tmp/a.test"], 0x7ffd /* 39 vars */) = -1 ENOENT (No such file or directory)
//	7147  <... clone3 resumed>) = -1 EAGAIN (Resource temporarily unavailable)
var failedCallLine = regexp.MustCompile(callsPattern)

// failedCall is a system call that was refused.
type failedCall struct {
	Syscall string `json:"syscall"`
	Errno   string `json:"errno"`
	Line    string `json:"line"`
}

// straceReader keeps what matters of strace's lines.
type straceReader struct {
	lastFailed *failedCall
	tail       []string
}

func (r *straceReader) line(text string) {
	found := failedCallLine.FindStringSubmatch(text)
	if len(text) > keptOfALine {
		text = text[:keptOfALine]
	}
	if found != nil {
		r.lastFailed = &failedCall{Syscall: found[1], Errno: found[2], Line: text}
	}
	if r.tail = append(r.tail, text); len(r.tail) > tailLines {
		r.tail = r.tail[1:]
	}
}
