package agent

import (
	crashGuardOS "os"
	crashGuardRuntime "runtime"
	crashGuardStrconv "strconv"
	crashGuardAtomic "sync/atomic"
)

// crashGuardFewGoroutines are listed before the collection, because that takes less than 10 ms.
const crashGuardFewGoroutines = 2000

// crashGuardFailures bounds how often a snapshot is tried again for which there was no folder.
const crashGuardFailures = 3

// crashGuardRecorder takes snapshots, one at a time, each into a folder of its own.
type crashGuardRecorder struct {
	dir     string
	ceiling uint64 // 0 without one
	count   int
	heap    uint64 // what the last snapshot's collection left
	rss     uint64 // before it

	failures int
	cycle    float64

	taking int32 // 1 from claim to the end of take; guards the fields above
	retry  int32 // 1 when the last one is to be tried again: not even its folder could be made
}

func (r *crashGuardRecorder) free() bool { return crashGuardAtomic.LoadInt32(&r.taking) == 0 }

// claim keeps the recorder for who takes the next snapshot.
func (r *crashGuardRecorder) claim() { crashGuardAtomic.StoreInt32(&r.taking, 1) }

// stale reports whether the process has grown by a tenth since the last snapshot.
func (r *crashGuardRecorder) stale(reading *crashGuardReading) bool {
	return r.free() && (reading.heap > r.heap+r.heap/10 || reading.resident() > r.rss+r.rss/10)
}

// take writes what is to be had at once first, then what takes time: the process may be killed at any moment. Every file is
// whole or not there, and meta.txt says whether more was to come.
func (r *crashGuardRecorder) take(reason string, reading crashGuardReading) {
	defer crashGuardAtomic.StoreInt32(&r.taking, 0)
	r.count++
	r.rss = reading.resident()
	dir := r.dir + "/snapshot-" + crashGuardStrconv.Itoa(r.count)
	if crashGuardInsist(func() error { return crashGuardOS.Mkdir(dir, 0755) }) != nil {
		r.count--
		r.failures++
		if reason == "memory" && r.failures <= crashGuardFailures {
			crashGuardAtomic.StoreInt32(&r.retry, 1)
		}
		return
	}
	snapshot := crashGuardSnapshot{dir: dir, room: crashGuardRoom(r.ceiling, reading.taken.bytes)}
	meta := crashGuardMeta{reason: reason, reading: reading, ceiling: r.ceiling}
	snapshot.meta(&meta)

	snapshot.heap("heap-early.pprof", 4) // as of the last collection
	few := reading.goroutines <= crashGuardFewGoroutines
	if few {
		snapshot.goroutines(reading.goroutines)
	}
	meta.gc, r.heap = crashGuardCollect(&reading, reason == "memory")
	meta.reading.live = r.heap
	snapshot.heap("heap.pprof", 2)
	if !few {
		snapshot.goroutines(reading.goroutines)
	}
	if reason != "memory" {
		r.waits(&snapshot)
	}
	meta.problems = snapshot.problems
	meta.ended = true
	snapshot.meta(&meta)
}

func (r *crashGuardRecorder) waits(snapshot *crashGuardSnapshot) {
	if r.cycle == 0 {
		r.cycle = crashGuardCycle()
	}
	snapshot.write("mutex.pprof", crashGuardWaits{crashGuardRuntime.MutexProfile, r.cycle})
	snapshot.write("block.pprof", crashGuardWaits{crashGuardRuntime.BlockProfile, r.cycle})
}

// crashGuardRoom is what is left below the ceiling.
func crashGuardRoom(ceiling, taken uint64) uint64 {
	if ceiling == 0 {
		return 1 << 62
	}
	return crashGuardMissing(taken, ceiling)
}
