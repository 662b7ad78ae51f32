package exittrace

import (
	"fmt"
	"strings"
)

// identity is what the runtime's g tells of a goroutine. Its fields move from version to version, so they are found by
// what must surround them; zero is not found.
type identity struct {
	id, parent uint64
	createdBy  uint64 // the instruction behind the go statement
}

const (
	lookedAtG = 640 // bytes; startpc lies below 400 in Go 1.21 to 1.27
	maxID     = 1 << 48
)

// identify finds the goroutine's number, which follows its state (running or in a system call) in the word behind one
// pointer, and its origin: g has parentGoid, gopc, ancestors and startpc in a row.
func (s stack) identify() identity {
	var found identity
	if len(s.calls) == 0 {
		return found
	}
	content, _ := s.calls[0].bytes(s.goroutine, lookedAtG)
	words := wordsOf(content)
	for _, at := range []int{18, 19, 20} { // Go 1.22, 1.26 and their neighbours
		if at < len(words) && (words[at] == 2 || words[at] == 3) && at+1 < len(words) && words[at+1] > 0 && words[at+1] < maxID {
			found.id = words[at+1]
			break
		}
	}
	if start, ok := s.start(); ok {
		for at := 21; at < len(words); at++ {
			if words[at] == start && words[at-3] < maxID && s.calls[0].inText(words[at-2]) {
				found.parent, found.createdBy = words[at-3], words[at-2]
				break
			}
		}
	}
	return found
}

// start is the entry of the function that the goroutine was made for: the one above runtime.goexit.
func (s stack) start() (uint64, bool) {
	last := len(s.calls) - 1
	if !s.complete || last < 1 || s.calls[last].name != "runtime.goexit" {
		return 0, false
	}
	return s.calls[last-1].entry, true
}

// print writes the stack as the runtime writes that of a goroutine, so that whatever reads crashes can read it.
func (s stack) print(frames []Frame) string {
	who := s.identify()
	var text strings.Builder
	fmt.Fprintf(&text, "goroutine %d [running]:\n", who.id)
	for _, frame := range frames {
		fmt.Fprintf(&text, "%s(...)\n\t%s:%d\n", frame.Function, frame.File, frame.Line)
	}
	if who.createdBy == 0 || who.parent == 0 {
		return text.String()
	}
	if creator, ok := s.calls[0].functionAt(who.createdBy - 1); ok {
		from := creator.frames(who.createdBy - 1)[0]
		fmt.Fprintf(&text, "created by %s in goroutine %d\n\t%s:%d\n", from.Function, who.parent, from.File, from.Line)
	}
	return text.String()
}
