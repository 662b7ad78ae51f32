package agent

import (
	crashGuardBytes "bytes"
	crashGuardRuntime "runtime"
	crashGuardStrings "strings"
)

// crashGuardListEach is room for the stack of a goroutine; most take less.
const crashGuardListEach = 1 << 10

// crashGuardFrames of all goroutines are gone through in a few milliseconds.
const crashGuardFrames = 30000

// crashGuardGoroutine is one of a listing: what runtime.Stack prints of it, and what can be told from that.
type crashGuardGoroutine struct {
	text    string
	id      string
	state   string // chan receive; without (leaked), since when and to which thread
	leaked  bool
	frames  []crashGuardCall // the innermost first
	started crashGuardCall   // the function that created it, and where; nothing for the main goroutine
	parent  string           // its id, from Go 1.21 on
}

// crashGuardCall is a function and where it is at.
type crashGuardCall struct {
	function string
	file     string
	line     string
}

// crashGuardListing lists goroutines into the same memory every time: it may be that nothing is collected.
type crashGuardListing struct {
	text []byte
}

// take lists all goroutines but the one that calls, of which there are about count; cut is true where they take more than most bytes.
func (l *crashGuardListing) take(count, most int) (listed []crashGuardGoroutine, cut bool) {
	for size := (count + 16) * crashGuardListEach; ; size = most {
		if size > most {
			size = most
		}
		if len(l.text) < size {
			l.text = make([]byte, size)
		}
		length := crashGuardRuntime.Stack(l.text, true)
		if length < len(l.text) || len(l.text) >= most {
			return crashGuardParseList(l.text[:length], length == len(l.text))
		}
	}
}

// crashGuardParseList leaves out the last goroutine where the text is full, because it may not be all of it.
func crashGuardParseList(text []byte, full bool) (listed []crashGuardGoroutine, cut bool) {
	cut = full
	separator := []byte("\n\n")
	listed = make([]crashGuardGoroutine, 0, crashGuardBytes.Count(text, separator))
	for first := true; len(text) > 0; first = false { // the one that calls comes first
		end := crashGuardBytes.Index(text, separator)
		if end < 0 && full {
			break
		}
		block := text
		text = nil
		if end >= 0 {
			block, text = block[:end], block[end+len(separator):]
		}
		if first {
			continue
		}
		if goroutine, ok := crashGuardParseGoroutine(string(crashGuardBytes.TrimRight(block, "\n"))); ok {
			listed = append(listed, goroutine)
		} else {
			cut = true
		}
	}
	return listed, cut
}

// crashGuardTooDeep tells stacks that take too long to go through.
func crashGuardTooDeep(listed []crashGuardGoroutine) bool {
	frames := 0
	for i := range listed {
		frames += len(listed[i].frames)
	}
	return frames > crashGuardFrames
}

// crashGuardParseGoroutine reads (runtime/traceback.go):
//
//	goroutine 34 [chan receive (leaked), 2 minutes]:
//	example.com/a.wait(0x1)
//		/src/a/a.go:12 +0x1d
//	created by example.com/a.start in goroutine 7
//		/src/a/a.go:8 +0x5f
//
// Where the traceback is set to system or crash, there are frames of the runtime above and below, and numbers behind those that
// are here; they are left out of the text.
func crashGuardParseGoroutine(text string) (crashGuardGoroutine, bool) {
	var goroutine crashGuardGoroutine
	lines := crashGuardStrings.Split(text, "\n")
	goroutine.frames = make([]crashGuardCall, 0, len(lines)/2)
	if !goroutine.parseHeader(lines[0]) {
		return goroutine, false
	}
	kept := append(make([]string, 0, len(lines)), goroutine.text)
	above, own := true, 0
	for i := 1; i < len(lines); i++ {
		line := lines[i]
		if crashGuardStrings.HasPrefix(line, "\t") {
			if end := crashGuardStrings.Index(line, " fp=0x"); end > 0 {
				line = line[:end]
			}
			goroutine.at(line)
			kept = append(kept, line)
			continue
		}
		call, created := crashGuardParseCall(line)
		if created {
			goroutine.created(call)
		} else {
			ofRuntime := crashGuardOfRuntime(call)
			if above && !ofRuntime {
				above, own = false, len(kept)
			}
			goroutine.frames = append(goroutine.frames, crashGuardCall{function: call})
			if call == "runtime.goexit" {
				i++
				continue
			}
		}
		kept = append(kept, line)
	}
	if own > 1 {
		kept = append(kept[:1], kept[own:]...)
	}
	if length := len(kept) - 1 + crashGuardLength(kept); length != len(text) { // else it is what it was
		text = crashGuardStrings.Join(kept, "\n")
	}
	goroutine.text = text
	return goroutine, true
}

func crashGuardLength(lines []string) (length int) {
	for _, line := range lines {
		length += len(line)
	}
	return length
}

// crashGuardParseCall takes the arguments off a line, or what a creator's line has before it.
func crashGuardParseCall(line string) (call string, created bool) {
	const opening = "created by "
	if crashGuardStrings.HasPrefix(line, opening) {
		return line[len(opening):], true
	}
	if at := crashGuardStrings.LastIndexByte(line, '('); at > 0 {
		return line[:at], false
	}
	return line, false
}

func (g *crashGuardGoroutine) created(by string) {
	const in = " in goroutine "
	if at := crashGuardStrings.Index(by, in); at >= 0 {
		by, g.parent = by[:at], by[at+len(in):]
	}
	g.started.function = by
}

func (g *crashGuardGoroutine) parseHeader(line string) bool {
	const opening = "goroutine "
	from, to := crashGuardStrings.Index(line, " ["), crashGuardStrings.LastIndex(line, "]:")
	if !crashGuardStrings.HasPrefix(line, opening) || from < len(opening) || to < from {
		return false
	}
	g.id = line[len(opening):from]
	if at := crashGuardStrings.IndexByte(g.id, ' '); at >= 0 {
		g.id = g.id[:at]
	}
	g.text = opening + g.id + line[from:]
	g.state = line[from+2 : to]
	if at := crashGuardStrings.IndexByte(g.state, ','); at >= 0 {
		g.state = g.state[:at]
	}
	const leaked = " (leaked)"
	g.leaked = crashGuardStrings.Contains(g.state, leaked)
	for _, note := range [...]string{leaked, " (scan)", " (durable)"} {
		g.state = crashGuardStrings.Replace(g.state, note, "", 1)
	}
	return true
}

// at completes the last frame, or the creator's.
func (g *crashGuardGoroutine) at(line string) {
	call := &g.started
	if call.function == "" {
		last := len(g.frames) - 1
		if last < 0 {
			return
		}
		call = &g.frames[last]
	}
	place := line[1:]
	if end := crashGuardStrings.LastIndex(place, " +0x"); end >= 0 {
		place = place[:end]
	}
	if colon := crashGuardStrings.LastIndexByte(place, ':'); colon >= 0 {
		call.file, call.line = place[:colon], place[colon+1:]
	}
}
