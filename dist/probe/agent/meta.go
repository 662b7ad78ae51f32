package agent

import (
	crashGuardStrconv "strconv"
	crashGuardStrings "strings"
	crashGuardTime "time"
)

// crashGuardMeta says what the process held when a snapshot was taken.
type crashGuardMeta struct {
	reason   string
	reading  crashGuardReading
	ceiling  uint64
	gc       crashGuardTime.Duration
	problems []string
	ended    bool
}

// text has lines of "key value". complete is 1 when every file is there; a problem says which one is not, and why.
func (m *crashGuardMeta) text() []byte {
	text := []byte("reason " + m.reason + "\n")
	line := func(key string, value uint64) {
		text = append(append(text, key...), ' ')
		text = append(crashGuardStrconv.AppendUint(text, value, 10), '\n')
	}
	line("elapsedMs", uint64(m.reading.elapsed/crashGuardTime.Millisecond))
	line("rssBytes", m.reading.rss)
	line("heapBytes", m.reading.heap)
	line("liveHeapBytes", m.reading.live)
	line("totalBytes", m.reading.total)
	line("goroutines", m.reading.goroutines)
	if m.reading.taken.usage > 0 {
		line("usageBytes", m.reading.taken.usage)
	}
	if m.reading.taken.strict {
		line("unreclaimableBytes", m.reading.taken.bytes)
	}
	if m.ceiling > 0 {
		line("ceilingBytes", m.ceiling)
	}
	line("gcMs", uint64(m.gc/crashGuardTime.Millisecond))
	for _, problem := range m.problems {
		text = append(text, "problem "+crashGuardStrings.Replace(problem, "\n", " ", -1)+"\n"...)
	}
	complete := uint64(0)
	if m.ended && len(m.problems) == 0 {
		complete = 1
	}
	line("complete", complete)
	return text
}
