package agent

import (
	crashGuardOS "os"
	crashGuardRuntime "runtime"
	crashGuardAtomic "sync/atomic"
	crashGuardTime "time"
)

const (
	crashGuardInterval = 100 * crashGuardTime.Millisecond
	crashGuardNoTick   = crashGuardTime.Duration(-1)
)

// crashGuardTimeline appends one line per sample to a file, and looks at what is watched. It allocates everything it needs
// when it is made, and has no goroutine between ticks: tests count allocations and goroutines.
type crashGuardTimeline struct {
	file      *crashGuardOS.File
	gauges    crashGuardGauges
	watch     *crashGuardWatch // nil when nothing is watched
	line      []byte
	interval  crashGuardTime.Duration
	timer     *crashGuardTime.Timer
	periodic  bool                    // ticks come all the time, else only while a collection saw memory grow
	delay     crashGuardTime.Duration // before the next tick, or crashGuardNoTick
	dueAt     crashGuardTime.Duration // the next tick
	sampledAt crashGuardTime.Duration
	samples   int
	extra     int // of the samples, those taken because memory grew fast
	failed    bool
	races     int // that the race detector had counted when it was last told; below 0 where there is none

	busy  int32 // 1 while a reading is taken and used; guards the fields above
	ended int32 // 1 once the last sample is wanted
}

func crashGuardNewTimeline(file *crashGuardOS.File, rss *crashGuardRss, interval crashGuardTime.Duration) *crashGuardTimeline {
	return &crashGuardTimeline{
		file:     file,
		gauges:   crashGuardNewGauges(rss),
		line:     make([]byte, 0, 160),
		interval: interval,
		delay:    crashGuardNoTick,
	}
}

// begin writes the header and the first sample, and arms the timer if samples are to follow.
func (t *crashGuardTimeline) begin(periodic bool) {
	if _, err := t.file.WriteString("elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n"); err != nil {
		t.failed = true
		return
	}
	reading := t.gauges.read(0)
	t.sample(&reading)
	if t.failed {
		return
	}
	t.periodic = periodic
	if t.watch != nil {
		t.watch.look(&reading, t.interval)
	}
	if periodic {
		crashGuardSpareGoroutines()
		t.arm(t.schedule(reading.elapsed, t.interval))
	}
}

// crashGuardSpareGoroutines leaves ended goroutines for the runtime to reuse. Each tick needs one for a moment, and without
// a spare one the runtime allocates it, which a test that counts allocations would see. So many, because a processor keeps
// up to 63 for itself and hands on to the others what is above.
func crashGuardSpareGoroutines() {
	const spare = 128
	before := crashGuardRuntime.NumGoroutine()
	release, ended := make(chan struct{}), make(chan struct{})
	for i := 0; i < spare; i++ {
		go func() {
			<-release
			ended <- struct{}{}
		}()
	}
	close(release)
	for i := 0; i < spare; i++ {
		<-ended
	}
	// Their last steps, too: a program that crashes at once would list them all.
	for i := 0; i < spare && crashGuardRuntime.NumGoroutine() > before; i++ {
		crashGuardRuntime.Gosched()
	}
}

// tick runs on a goroutine that lives for this one tick, longer only where a snapshot is due. The next ticks do not wait
// for the snapshot.
func (t *crashGuardTimeline) tick() {
	if crashGuardAtomic.LoadInt32(&t.ended) != 0 {
		return
	}
	if !crashGuardAtomic.CompareAndSwapInt32(&t.busy, 0, 1) {
		// A collection has just ended, and its reading is being taken.
		t.timer.Reset(crashGuardTime.Millisecond)
		return
	}
	reason, delay := "", crashGuardNoTick
	var reading crashGuardReading
	if crashGuardAtomic.LoadInt32(&t.ended) == 0 && !t.failed {
		reading = t.gauges.read(1 + t.watch.goroutines())
		if t.sampleDue(reading.elapsed) {
			t.sample(&reading)
		}
		reason, delay = t.next(&reading)
	}
	crashGuardAtomic.StoreInt32(&t.busy, 0)
	t.arm(delay)
	if reason != "" {
		t.watch.recorder.take(reason, reading)
	}
}

// next decides on a snapshot and on the time until the next tick.
func (t *crashGuardTimeline) next(reading *crashGuardReading) (reason string, delay crashGuardTime.Duration) {
	switch {
	case t.failed:
		delay = crashGuardNoTick
	case t.watch == nil:
		delay = t.sampleInterval()
	default:
		delay = t.watch.look(reading, t.interval)
		if reason = t.watch.due(reading); delay == 0 {
			delay = crashGuardShortestDelay
		}
		if !t.periodic && t.watch.calm(reading) {
			delay = crashGuardNoTick
		}
	}
	return reason, t.schedule(reading.elapsed, delay)
}

// schedule notes when the next tick comes. The timer is made here, where busy is held, with a delay so long that the field
// is set before the function can run and read it.
func (t *crashGuardTimeline) schedule(now, delay crashGuardTime.Duration) crashGuardTime.Duration {
	t.delay, t.dueAt = delay, now+delay
	if delay != crashGuardNoTick && t.timer == nil {
		t.timer = crashGuardTime.AfterFunc(crashGuardTime.Hour, t.tick)
	}
	return delay
}

// arm comes after busy is given back, or a tick could find it taken and be the last.
func (t *crashGuardTimeline) arm(delay crashGuardTime.Duration) {
	if delay != crashGuardNoTick {
		t.timer.Reset(delay)
	}
}

// end takes the last sample, once. A sample that hangs in a slow write is not waited for longer than a moment.
func (t *crashGuardTimeline) end() {
	if !crashGuardAtomic.CompareAndSwapInt32(&t.ended, 0, 1) {
		return
	}
	for tries := 0; tries < 50; tries++ {
		if crashGuardAtomic.CompareAndSwapInt32(&t.busy, 0, 1) {
			if t.timer != nil {
				t.timer.Stop()
			}
			reading := t.gauges.read(t.watch.goroutines())
			t.sample(&reading)
			return // busy stays set: nothing may follow the last sample
		}
		crashGuardTime.Sleep(crashGuardTime.Millisecond)
	}
}
