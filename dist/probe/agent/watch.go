package agent

import (
	crashGuardAtomic "sync/atomic"
	crashGuardTime "time"
)

const (
	// Several test processes share the ceiling; who has less of it than this part is not asked what it holds.
	crashGuardLeastShare = 10
	// Snapshots of one process, by reason.
	crashGuardMemorySnapshots  = 2
	crashGuardRequestSnapshots = 3
	// Ticks that a collection has started end when memory has not grown for so long.
	crashGuardCalm = crashGuardTime.Second
)

// crashGuardWatch decides when a snapshot is due.
type crashGuardWatch struct {
	conf     crashGuardConf
	level    crashGuardLevel
	pace     crashGuardPace
	request  crashGuardRequest
	recorder crashGuardRecorder

	near      bool // a snapshot near the ceiling is due
	memory    int  // snapshots so far, by reason
	crowded   int
	requested int
	trough    uint64 // the least resident memory since it last grew
	grewAt    crashGuardTime.Duration
	looked    bool
	beside    uint64 // what was used beside our heap when somebody looked last
}

// crashGuardNewWatch returns nil when nothing is to be watched.
func crashGuardNewWatch(conf crashGuardConf, dir string) *crashGuardWatch {
	if conf.snapshotAt == 0 && conf.goroutines == 0 && !conf.requests {
		return nil
	}
	watch := &crashGuardWatch{conf: conf, recorder: crashGuardRecorder{dir: dir, ceiling: conf.ceiling}}
	if conf.snapshotAt > 0 {
		watch.level = crashGuardOpenLevel(conf)
	}
	if conf.requests {
		watch.request = crashGuardNewRequest(dir + "/snapshot-request")
	}
	return watch
}

// threshold is the configured one, then the middle between it and the ceiling.
func (w *crashGuardWatch) threshold() uint64 {
	if w.memory == 0 {
		return w.conf.ceiling / 100 * w.conf.snapshotAt
	}
	return w.conf.ceiling / 200 * (w.conf.snapshotAt + 100)
}

// look adds the level to a reading and returns the time until the next look: 0 when a snapshot is due, at most longest.
func (w *crashGuardWatch) look(reading *crashGuardReading, longest crashGuardTime.Duration) crashGuardTime.Duration {
	w.near = false
	if w.memory > 0 && w.recorder.free() && crashGuardAtomic.CompareAndSwapInt32(&w.recorder.retry, 1, 0) {
		w.memory-- // that one was none
	}
	if w.conf.snapshotAt == 0 || w.memory == crashGuardMemorySnapshots {
		return longest
	}
	threshold, least, resident := w.threshold(), w.conf.ceiling/crashGuardLeastShare, reading.resident()
	ask := threshold
	if resident < least {
		ask = ^uint64(0) // what cannot be reclaimed does not matter then
	}
	reading.taken = w.level.read(reading, ask)
	w.near = reading.taken.bytes >= threshold && resident >= least && (w.memory == 0 || w.recorder.stale(reading))
	delay := w.pace.next(reading.elapsed, reading.taken, resident, crashGuardMissing(reading.taken.bytes, threshold),
		crashGuardMissing(resident, least), longest)
	if w.near {
		return 0
	}
	return delay
}

// crashGuardMissing is how much is missing to a goal.
func crashGuardMissing(from, goal uint64) uint64 {
	if from >= goal {
		return 0
	}
	return goal - from
}

// due is the reason for a snapshot, which must then be taken, or nothing.
func (w *crashGuardWatch) due(reading *crashGuardReading) string {
	reason := ""
	if w.recorder.free() {
		reason = w.reason(reading)
	}
	if reason != "" {
		w.recorder.claim()
	}
	return reason
}

func (w *crashGuardWatch) reason(reading *crashGuardReading) string {
	switch {
	case w.near:
		w.memory++
		return "memory"
	case w.conf.goroutines > 0 && w.crowded == 0 && reading.goroutines > w.conf.goroutines:
		w.crowded++
		return "goroutines"
	case w.conf.requests && w.requested < crashGuardRequestSnapshots && w.request.made():
		w.requested++
		if !w.request.remove() {
			w.requested = crashGuardRequestSnapshots // it would be seen again and again
		}
		return "request"
	}
	return ""
}

// goroutines of ours that last longer than a tick.
func (w *crashGuardWatch) goroutines() uint64 {
	if w == nil || w.recorder.free() {
		return 0
	}
	return 1
}

// mayFill reports whether the threshold can be reached before the next look, which comes after a collection where there are no ticks.
// If so, ticks begin.
func (w *crashGuardWatch) mayFill(reading *crashGuardReading) bool {
	if w.conf.snapshotAt == 0 || w.memory == crashGuardMemorySnapshots {
		return false
	}
	room := crashGuardMissing(reading.heap, reading.horizon())
	if room > w.conf.ceiling {
		room = w.conf.ceiling
	}
	resident := reading.resident()
	w.looked, w.beside = true, crashGuardMissing(reading.heap, reading.taken.bytes)
	if reading.taken.bytes+room < w.threshold() || resident+room < w.conf.ceiling/crashGuardLeastShare {
		return false
	}
	w.trough, w.grewAt = resident, reading.elapsed
	return true
}

// mayHaveFilled reports, of a collection after which nobody would look because the last look was a moment ago, whether the
// threshold can be reached before the next look, when the heap has the given size.
func (w *crashGuardWatch) mayHaveFilled(heap uint64) bool {
	if w.conf.snapshotAt == 0 || w.memory == crashGuardMemorySnapshots {
		return false
	}
	return !w.looked || w.beside+heap >= w.threshold()
}

// calm reports whether our memory has stopped growing. A process that has come to a standstill is calm soon, and the
// runtime can notice a deadlock.
func (w *crashGuardWatch) calm(reading *crashGuardReading) bool {
	resident := reading.resident()
	if resident > w.trough+w.conf.ceiling/512 {
		w.trough, w.grewAt = resident, reading.elapsed
	}
	if resident < w.trough {
		w.trough = resident
	}
	return reading.elapsed-w.grewAt >= crashGuardCalm
}
