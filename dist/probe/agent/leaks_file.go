package agent

import (
	crashGuardIO "io"
	crashGuardStrconv "strconv"
)

const (
	crashGuardLeaksMost      = 2000
	crashGuardLeaksMostBytes = 4 << 20
	// What is written at once.
	crashGuardLeaksBlock = 64 << 10
)

// crashGuardFound is what was left over.
type crashGuardFound struct {
	proof      bool // the runtime has marked them
	cut        bool // there are, or may be, more than those that are listed
	total      int  // as far as they were counted
	goroutines []*crashGuardGoroutine
}

// write leaves leaks.txt, also where nothing was found: that somebody looked is worth knowing. It tries once, because trying again
// takes time.
func (l *crashGuardLeaks) write(found crashGuardFound) {
	_ = crashGuardWhole(l.dir+"/leaks.txt", found.writeTo)
}

func (f crashGuardFound) writeTo(to crashGuardIO.Writer) error {
	shown, size := 0, 0
	for shown < len(f.goroutines) && shown < crashGuardLeaksMost {
		size += len(f.goroutines[shown].text) + 2
		if size > crashGuardLeaksMostBytes {
			break
		}
		shown++
	}
	text := make([]byte, 0, crashGuardLeaksBlock)
	text = append(text, "crash-guard-leaks 1\nproof "+crashGuardBit(f.proof)+
		"\ncut "+crashGuardBit(f.cut || shown < len(f.goroutines))+
		"\ntotal "+crashGuardStrconv.Itoa(f.total)+"\n"...)
	for i := range f.goroutines[:shown] {
		goroutine := f.goroutines[i].text
		if len(text) > 0 && len(text)+len(goroutine)+2 > crashGuardLeaksBlock {
			if _, err := to.Write(text); err != nil {
				return err
			}
			text = text[:0]
		}
		text = append(text, '\n')
		text = append(text, goroutine...)
		text = append(text, '\n')
	}
	_, err := to.Write(text)
	return err
}

func crashGuardBit(set bool) string {
	if set {
		return "1"
	}
	return "0"
}
