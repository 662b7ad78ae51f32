package agent

import (
	crashGuardOS "os"
	crashGuardMetrics "runtime/metrics"
	crashGuardAtomic "sync/atomic"
	crashGuardTime "time"
)

const (
	crashGuardInterval = 100 * crashGuardTime.Millisecond
	// After an hour of samples the file has some 2 MB; from then on it grows ten times slower.
	crashGuardDenseSamples = 36000
	crashGuardSparseFactor = 10
)

// crashGuardTimeline appends one line per sample to a file. It allocates everything it needs when it is made, and has no
// goroutine between samples: tests count allocations and goroutines.
type crashGuardTimeline struct {
	file     *crashGuardOS.File
	rss      *crashGuardRss
	metrics  []crashGuardMetrics.Sample
	line     []byte
	started  crashGuardTime.Time
	interval crashGuardTime.Duration
	timer    *crashGuardTime.Timer
	samples  int
	failed   bool

	busy  int32 // 1 while a sample is taken; guards the fields above
	ended int32 // 1 once the last sample is wanted
}

// The order of the metrics is that of the columns; rssBytes comes before the last one.
func crashGuardNewTimeline(file *crashGuardOS.File, rss *crashGuardRss, interval crashGuardTime.Duration) *crashGuardTimeline {
	return &crashGuardTimeline{
		file: file,
		rss:  rss,
		metrics: []crashGuardMetrics.Sample{
			{Name: "/memory/classes/heap/objects:bytes"},
			{Name: "/gc/heap/live:bytes"},
			{Name: "/memory/classes/total:bytes"},
			{Name: "/sched/goroutines:goroutines"},
		},
		line:     make([]byte, 0, 160),
		started:  crashGuardTime.Now(),
		interval: interval,
	}
}

// begin writes the header and the first sample, and arms the timer if samples are to follow.
func (t *crashGuardTimeline) begin(periodic bool) {
	if _, err := t.file.WriteString("elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines\n"); err != nil {
		t.failed = true
		return
	}
	t.sample(0)
	if !periodic || t.failed {
		return
	}
	crashGuardSpareGoroutines()
	// Made with a long delay and then reset: the field is set before the function can run and read it.
	t.timer = crashGuardTime.AfterFunc(crashGuardTime.Hour, t.tick)
	t.timer.Reset(t.interval)
}

// crashGuardSpareGoroutines leaves ended goroutines for the runtime to reuse. Each tick needs one for a moment, and without
// a spare one the runtime allocates it, which a test that counts allocations would see. So many, because a processor keeps
// up to 63 for itself and hands on to the others what is above.
func crashGuardSpareGoroutines() {
	const spare = 128
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
}

// tick runs on a goroutine that lives for this one sample.
func (t *crashGuardTimeline) tick() {
	if !crashGuardAtomic.CompareAndSwapInt32(&t.busy, 0, 1) {
		return
	}
	if crashGuardAtomic.LoadInt32(&t.ended) == 0 && !t.failed {
		t.sample(1)
		t.rearm()
	}
	crashGuardAtomic.StoreInt32(&t.busy, 0)
}

func (t *crashGuardTimeline) rearm() {
	switch {
	case t.failed || t.timer == nil:
	case t.samples < crashGuardDenseSamples:
		t.timer.Reset(t.interval)
	default:
		t.timer.Reset(crashGuardSparseFactor * t.interval)
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
			t.sample(0)
			return // busy stays set: nothing may follow the last sample
		}
		crashGuardTime.Sleep(crashGuardTime.Millisecond)
	}
}
