// Package exittrace finds out who ended a process: it follows a program that was started under ptrace, stops the thread
// that calls exit while its memory is still there, and reads the stack from the tables that every Go binary carries.
//
// Nothing is changed in the process and no system call is traced, so that the program runs at its usual speed: of the
// ways to the same answer, stopping at every system call made programs that do little else many times slower, and a
// SIGQUIT in place of the exit ends them with another code and fails where a program handles that signal itself.
package exittrace

import "go-crash-guard/probe/internal/record"

// Method names how a trace was made.
const Method = "ptrace-exit-event"

// maxFrames bounds the stack in a trace.
const maxFrames = 64

// Trace is exit-trace.json.
type Trace struct {
	Schema    int     `json:"schema"`
	Method    string  `json:"method"`
	ExitCode  *int    `json:"exitCode"`  // null when no thread called exit
	Goroutine *string `json:"goroutine"` // the same stack as the runtime would have printed it
	Frames    []Frame `json:"frames"`    // innermost first
	Supported bool    `json:"supported"`
	Problem   *string `json:"problem"` // what kept the stack from being found
}

// Frame is one call on the stack. Code that is not Go has no line, and the file it was loaded from.
type Frame struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Refused is the trace where nothing could be traced.
func Refused(problem string) Trace {
	return Trace{Schema: record.Schema, Method: Method, Frames: []Frame{}, Problem: &problem}
}

func newTrace() Trace {
	return Trace{Schema: record.Schema, Method: Method, Frames: []Frame{}, Supported: true}
}

func (t *Trace) fail(problem string) {
	t.Problem = &problem
}
