package main

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// initialisation is what one package cost before main.
type initialisation struct {
	Package string `json:"package"`
	// AtMs is when it began, after the start of the runtime.
	AtMs    float64 `json:"atMs"`
	ClockMs float64 `json:"clockMs"`
	Bytes   int64   `json:"bytes"`
	Allocs  int64   `json:"allocs"`
}

// From doInit1 in runtime/proc.go: init net/http @3.5 ms, 0.005 ms clock, 2464 bytes, 29 allocs
var initLine = regexp.MustCompile(`^init (\S+) @([0-9.e+]+) ms, ([0-9.e+]+) ms clock, (\d+) bytes, (\d+) allocs$`)

const (
	maxInitialisations = 10_000
	maxLineBytes       = 4096
	maxSaidLines       = 200
	maxSaidBytes       = 16 << 10
)

// traceReader takes the runtime's trace out of what a program prints on stderr.
type traceReader struct {
	packages []initialisation
	omitted  int
	line     []byte
	// others is the end of everything else, or from where it crashes on its beginning.
	others  []string
	crashes bool
}

// panic: no configuration     fatal error: all goroutines are asleep - deadlock!     SIGQUIT: quit
var crashLine = regexp.MustCompile(`^(panic: |fatal error: |SIG[A-Z]+: )`)

func (r *traceReader) Write(text []byte) (int, error) {
	count := len(text)
	for {
		before, after, ended := bytes.Cut(text, []byte("\n"))
		if room := maxLineBytes - len(r.line); room < len(before) {
			before = before[:room]
		}
		r.line = append(r.line, before...)
		if !ended {
			return count, nil
		}
		r.take()
		text = after
	}
}

// end takes a last line that has no end.
func (r *traceReader) end() {
	if len(r.line) > 0 {
		r.take()
	}
}

// take takes the line that has ended.
func (r *traceReader) take() {
	line := strings.TrimSuffix(string(r.line), "\r")
	r.line = r.line[:0]
	match := initLine.FindStringSubmatch(line)
	switch {
	case match == nil:
		r.other(line)
	case len(r.packages) == maxInitialisations:
		r.omitted++
	default:
		r.packages = append(r.packages, initialisation{match[1], number(match[2]), number(match[3]), whole(match[4]), whole(match[5])})
	}
}

func (r *traceReader) other(line string) {
	if !r.crashes && crashLine.MatchString(line) {
		r.others, r.crashes = nil, true
	}
	if len(r.others) < maxSaidLines {
		r.others = append(r.others, line)
	} else if !r.crashes {
		r.others = append(r.others[1:], line)
	}
}

func (r *traceReader) said() string {
	text := strings.Join(r.others, "\n")
	switch {
	case len(text) <= maxSaidBytes:
	case r.crashes:
		text = text[:maxSaidBytes]
	default:
		text = text[len(text)-maxSaidBytes:]
	}
	return strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
}

// number is 0 for what only looks like one: the program may print such lines itself.
func number(text string) float64 {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0
	}
	return value
}

func whole(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return value
}
