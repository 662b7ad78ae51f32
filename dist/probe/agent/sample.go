package agent

import (
	crashGuardStrconv "strconv"
	crashGuardTime "time"
)

const (
	// After an hour of samples the file has some 2 MB; from then on it grows ten times slower.
	crashGuardDenseSamples = 36000
	crashGuardSparseFactor = 10
	// So many samples more may be taken while memory grows fast, but no closer together than this.
	crashGuardExtraSamples  = 2000
	crashGuardExtraInterval = 20 * crashGuardTime.Millisecond
)

// sampleDue reports whether the reading of a tick goes into the timeline: there are more ticks than samples while memory
// grows fast, and after an hour.
func (t *crashGuardTimeline) sampleDue(elapsed crashGuardTime.Duration) bool {
	since := elapsed - t.sampledAt
	if since >= t.sampleInterval() {
		return true
	}
	if t.delay >= t.interval || since < crashGuardExtraInterval || t.extra >= crashGuardExtraSamples {
		return false
	}
	t.extra++
	return true
}

func (t *crashGuardTimeline) sampleInterval() crashGuardTime.Duration {
	if t.samples-t.extra < crashGuardDenseSamples {
		return t.interval
	}
	return crashGuardSparseFactor * t.interval
}

// sample appends one line, in one write. It gives up for good after a failed write: the disk or a limit is full, and the
// tests may want to see that for themselves.
func (t *crashGuardTimeline) sample(reading *crashGuardReading) {
	if t.failed {
		return
	}
	line := crashGuardStrconv.AppendInt(t.line[:0], int64(reading.elapsed/crashGuardTime.Millisecond), 10)
	for _, column := range [...]uint64{reading.heap, reading.live, reading.total, reading.rss, reading.goroutines} {
		line = append(line, ',')
		line = crashGuardStrconv.AppendUint(line, column, 10)
	}
	line = append(line, '\n')
	t.line = line
	t.samples++
	t.sampledAt = reading.elapsed
	if _, err := t.file.Write(line); err != nil {
		t.failed = true
	}
}
