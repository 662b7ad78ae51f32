package agent

import (
	crashGuardBytes "bytes"
	crashGuardStrconv "strconv"
	crashGuardStrings "strings"
)

const (
	// Files are read as long as they have not taken so much together.
	crashGuardSourceBytes = 2 << 20
	crashGuardSourceFiles = 64
	// Looking for lines ends after so much has been passed over: it takes a few milliseconds.
	crashGuardSourcePassed = 8 << 20
	// A select statement that is longer is not read to its end.
	crashGuardSelectBytes = 64 << 10
)

// crashGuardSources are files by path, nil for what cannot be read, and what was found in them: thousands of goroutines may be at
// one place.
type crashGuardSources struct {
	files  map[string][]byte
	sites  map[crashGuardSite]bool
	read   int // bytes
	passed int
}

type crashGuardSite struct{ state, function, file, line string }

func crashGuardNewSources() *crashGuardSources {
	return &crashGuardSources{files: map[string][]byte{}, sites: map[crashGuardSite]bool{}}
}

// at remembers an answer.
func (s *crashGuardSources) at(state string, call crashGuardCall, find func() bool) bool {
	site := crashGuardSite{state, call.function, call.file, call.line}
	found, known := s.sites[site]
	if !known {
		found = find()
		s.sites[site] = found
	}
	return found
}

// timed reports whether a goroutine may be woken by a timer. What it waits for is in no stack, so the statement is read where the
// source is at hand. Where it is not, a plain receive is taken to have none, and a select to have one.
func (s *crashGuardSources) timed(g *crashGuardGoroutine) bool {
	if s.setsTimer(g) {
		return true
	}
	if g.state != "select" && g.state != "chan receive" {
		return false
	}
	call := g.frames[g.waiter()]
	for _, function := range [...]string{"io.(*pipe).", "context."} {
		if crashGuardStrings.HasPrefix(call.function, function) {
			return s.limited(g) // they have none of their own, in all versions
		}
	}
	return s.at(g.state, call, func() bool { return s.timedAt(g.state, call) }) || s.limited(g)
}

func (s *crashGuardSources) timedAt(state string, call crashGuardCall) bool {
	_, statement := s.split(call)
	if statement == nil {
		return state == "select"
	}
	if state == "select" {
		return crashGuardHasTimer(statement)
	}
	if end := crashGuardBytes.IndexByte(statement, '\n'); end >= 0 {
		statement = statement[:end]
	}
	return crashGuardOfTimer(string(statement))
}

// setsTimer reports whether a file on the stack, or that of the go statement, has a timer call something: no goroutine stands for it.
func (s *crashGuardSources) setsTimer(g *crashGuardGoroutine) bool {
	return s.mentions(g, "AfterFunc(")
}

// limited reports whether what a context has done is waited for, where the files on the stack set time limits for contexts.
func (s *crashGuardSources) limited(g *crashGuardGoroutine) bool {
	call := g.frames[g.waiter()]
	waits := crashGuardStrings.HasPrefix(call.function, "context.") || s.at("done", call, func() bool { return s.waitsForDone(g.state, call) })
	return waits && (s.mentions(g, "WithTimeout") || s.mentions(g, "WithDeadline"))
}

func (s *crashGuardSources) waitsForDone(state string, call crashGuardCall) bool {
	_, statement := s.split(call)
	end := crashGuardBytes.IndexByte(statement, '\n')
	if state == "select" {
		end = crashGuardBytes.Index(statement, []byte("\n}"))
	}
	if end >= 0 {
		statement = statement[:end]
	}
	return crashGuardBytes.Contains(statement, []byte("Done()"))
}

func (s *crashGuardSources) mentions(g *crashGuardGoroutine, function string) bool {
	if s.fileMentions(&g.started, function) {
		return true
	}
	for i := range g.frames {
		if s.fileMentions(&g.frames[i], function) {
			return true
		}
	}
	return false
}

func (s *crashGuardSources) fileMentions(call *crashGuardCall, function string) bool {
	if call.file == "" || call.ofStandard() {
		return false
	}
	return s.at(function, crashGuardCall{file: call.file}, func() bool {
		return crashGuardBytes.Contains(s.text(call.file), []byte(function))
	})
}

// split is the source before a line, and from it on.
func (s *crashGuardSources) split(call crashGuardCall) (before, from []byte) {
	number, err := crashGuardStrconv.Atoi(call.line)
	if err != nil || s.passed > crashGuardSourcePassed {
		return nil, nil
	}
	text := s.text(call.file)
	at := 0
	for ; number > 1 && text != nil; number-- {
		end := crashGuardBytes.IndexByte(text[at:], '\n')
		if end < 0 {
			return nil, nil
		}
		at += end + 1
	}
	s.passed += at
	if text == nil {
		return nil, nil
	}
	return text[:at], text[at:]
}

func (s *crashGuardSources) text(path string) []byte {
	text, known := s.files[path]
	if !known && len(s.files) < crashGuardSourceFiles && s.read < crashGuardSourceBytes {
		text = crashGuardSource(path)
		s.files[path] = text
		s.read += len(text)
	}
	return text
}

func crashGuardSource(path string) []byte {
	if crashGuardStrings.IndexByte(path, '/') > 0 && !crashGuardStrings.Contains(path, ":") {
		// With -trimpath it begins with the import path. Tests run in the folder of their package.
		path = path[crashGuardStrings.LastIndexByte(path, '/')+1:]
	}
	if !crashGuardStrings.HasSuffix(path, ".go") {
		return nil // a generator's own idea of a file; it may be anything
	}
	file, err := crashGuardOpen(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > crashGuardSourceBytes {
		return nil
	}
	text := make([]byte, info.Size())
	count, _ := file.ReadAt(text, 0) // the end of the file is an error, but not here
	return text[:count]
}

// crashGuardHasTimer looks through the cases of the first select statement.
func crashGuardHasTimer(text []byte) bool {
	if len(text) > crashGuardSelectBytes {
		text = text[:crashGuardSelectBytes]
	}
	scan := crashGuardScan{text: text}
	depth, begun, from := 0, false, -1
	for scan.next() {
		switch scan.word {
		case "select":
			begun = true
		case "{", "(", "[":
			if begun {
				depth++
			}
		case "}", ")", "]":
			if depth--; begun && depth == 0 {
				return false
			}
		case "case":
			if depth == 1 {
				from = scan.at
			}
		case ":":
			if depth == 1 && from >= 0 {
				if crashGuardOfTimer(string(text[from : scan.at-1])) {
					return true
				}
				from = -1
			}
		}
	}
	return true // no end of it: not read as it is
}

// crashGuardOfTimer tells a channel of a timer by what timers and their channels are called, clocks of test doubles included.
//
//	<-time.After(d)   <-t.ticker.C   for range tick   <-clock.After(d)   case <-deadline
func crashGuardOfTimer(expression string) bool {
	if at := crashGuardStrings.Index(expression, "//"); at >= 0 {
		expression = expression[:at]
	}
	at := crashGuardStrings.LastIndex(expression, "<-")
	if ranges := crashGuardStrings.LastIndex(expression, "range "); ranges > at {
		at = ranges
	}
	if at < 0 {
		return false
	}
	channel := expression[at:]
	for rest := channel; ; {
		at := crashGuardStrings.Index(rest, ".C")
		if at < 0 {
			break
		}
		rest = rest[at+2:]
		if rest == "" || !crashGuardOfName(rest[0]) {
			return true
		}
	}
	channel = crashGuardStrings.ToLower(channel)
	for _, word := range [...]string{"time", "tick", "deadline", "after(", "expire"} {
		if crashGuardStrings.Contains(channel, word) {
			return true
		}
	}
	return false
}
