package agent

import (
	crashGuardRuntime "runtime"
	crashGuardAtomic "sync/atomic"
	crashGuardTime "time"
)

// crashGuardCollections is the shortest time between two looks after collections, but where no ticks come and memory may reach the
// threshold before the next collection.
const crashGuardCollections = 10 * crashGuardTime.Millisecond

// crashGuardSentinel is garbage from one collection to the next: its finalizer tells that a collection has ended. The
// runtime's goroutine for finalizers is there anyway, is not counted as one, and keeps nobody from noticing a deadlock.
type crashGuardSentinel struct{ timeline *crashGuardTimeline }

// crashGuardCollected sets the sentinel first: to read what is used may take long on a busy machine, and a collection that begins in
// the meantime is to be told as well.
func crashGuardCollected(sentinel *crashGuardSentinel) {
	if crashGuardAtomic.LoadInt32(&sentinel.timeline.ended) == 0 {
		crashGuardRuntime.SetFinalizer(sentinel, crashGuardCollected)
		sentinel.timeline.collected()
	}
}

// followCollections has every collection brought to a look at the memory. Who allocates fast collects often, and may be
// through with the memory before the next tick.
func (t *crashGuardTimeline) followCollections() {
	crashGuardRuntime.SetFinalizer(&crashGuardSentinel{timeline: t}, crashGuardCollected)
}

// collected may bring the next tick forward, or start the ticks; it takes no snapshot itself, because other finalizers
// wait for it.
func (t *crashGuardTimeline) collected() {
	if !crashGuardAtomic.CompareAndSwapInt32(&t.busy, 0, 1) {
		return
	}
	delay := crashGuardNoTick
	since := crashGuardTime.Since(t.gauges.started) - t.watch.pace.at
	if !t.failed && (since >= crashGuardCollections || t.delay == crashGuardNoTick && t.watch.mayHaveFilled(t.gauges.horizon())) {
		delay = t.hasten()
	}
	crashGuardAtomic.StoreInt32(&t.busy, 0)
	t.arm(delay)
}

func (t *crashGuardTimeline) hasten() crashGuardTime.Duration {
	reading := t.gauges.read(t.watch.goroutines())
	delay := t.watch.look(&reading, t.interval)
	switch {
	case t.delay == crashGuardNoTick:
		if !t.watch.mayFill(&reading) {
			return crashGuardNoTick
		}
	case reading.elapsed+delay >= t.dueAt:
		return crashGuardNoTick // the next tick comes soon enough
	}
	return t.schedule(reading.elapsed, delay)
}

// crashGuardIsRuntime tells the tests of package runtime, the only ones known to count all finalizers of the process.
func crashGuardIsRuntime(program string) bool {
	for _, name := range [...]string{"runtime.test", "runtime.test.exe"} {
		if start := len(program) - len(name); start == 0 && program == name ||
			start > 0 && program[start:] == name && (program[start-1] == '/' || program[start-1] == '\\') {
			return true
		}
	}
	return false
}
