package agent

import (
	crashGuardIO "io"
	crashGuardMath "math"
	crashGuardRuntime "runtime"
	crashGuardStrings "strings"
	crashGuardTime "time"
)

// crashGuardHeap is the heap profile as of the last collection.
type crashGuardHeap struct{}

func (crashGuardHeap) writeTo(to crashGuardIO.Writer) error {
	rate := int64(crashGuardRuntime.MemProfileRate)
	profile := crashGuardNewProfile(to, crashGuardAmount{"space", "bytes"}, rate, []crashGuardAmount{
		{"alloc_objects", "count"}, {"alloc_space", "bytes"}, {"inuse_objects", "count"}, {"inuse_space", "bytes"},
	})
	var records []crashGuardRuntime.MemProfileRecord
	count, ok := crashGuardRuntime.MemProfile(nil, true)
	for !ok { // more places may be added in between
		records = make([]crashGuardRuntime.MemProfileRecord, count+50)
		count, ok = crashGuardRuntime.MemProfile(records, true)
	}
	for i := range records[:count] {
		record := &records[i]
		objects, bytes := crashGuardUnsampled(record.AllocObjects, record.AllocBytes, rate)
		inUseObjects, inUseBytes := crashGuardUnsampled(record.InUseObjects(), record.InUseBytes(), rate)
		blockBytes := int64(0)
		if record.AllocObjects > 0 {
			blockBytes = record.AllocBytes / record.AllocObjects
		}
		profile.sample(record.Stack(), true, blockBytes, objects, bytes, inUseObjects, inUseBytes)
	}
	return profile.end()
}

// crashGuardUnsampled estimates what there was from what was sampled. An object of a size is sampled with the probability
// 1-exp(-size/rate).
func crashGuardUnsampled(count, bytes, rate int64) (int64, int64) {
	if count == 0 || bytes == 0 {
		return 0, 0
	}
	if rate <= 1 {
		return count, bytes
	}
	scale := 1 / (1 - crashGuardMath.Exp(-float64(bytes)/float64(count)/float64(rate)))
	return int64(float64(count) * scale), int64(float64(bytes) * scale)
}

// crashGuardWaits is the profile of contended locks or of all waits.
type crashGuardWaits struct {
	records func([]crashGuardRuntime.BlockProfileRecord) (int, bool)
	// nanoseconds of a cycle, in which the runtime counts; 0 when unknown
	cycle float64
}

func (w crashGuardWaits) writeTo(to crashGuardIO.Writer) error {
	delay, cycle := crashGuardAmount{"delay", "nanoseconds"}, w.cycle
	if cycle == 0 {
		delay, cycle = crashGuardAmount{"delay", "cycles"}, 1
	}
	contentions := crashGuardAmount{"contentions", "count"}
	profile := crashGuardNewProfile(to, contentions, 1, []crashGuardAmount{contentions, delay})
	for _, record := range crashGuardRecords(w.records) {
		profile.sample(record.Stack(), false, 0, record.Count, int64(float64(record.Cycles)*cycle))
	}
	return profile.end()
}

func crashGuardRecords(read func([]crashGuardRuntime.BlockProfileRecord) (int, bool)) []crashGuardRuntime.BlockProfileRecord {
	var records []crashGuardRuntime.BlockProfileRecord
	count, ok := read(nil)
	for !ok {
		records = make([]crashGuardRuntime.BlockProfileRecord, count+50)
		count, ok = read(records)
	}
	return records[:count]
}

// crashGuardCycle measures how many nanoseconds a cycle has: it waits for a known time and looks for that wait in the
// profile. 0 when the tests have switched the profile off.
func crashGuardCycle() float64 {
	took := crashGuardWait()
	for _, record := range crashGuardRecords(crashGuardRuntime.BlockProfile) {
		frames := crashGuardRuntime.CallersFrames(record.Stack())
		for more := len(record.Stack()) > 0; more; {
			var frame crashGuardRuntime.Frame
			frame, more = frames.Next()
			if crashGuardStrings.HasSuffix(frame.Function, ".crashGuardWait") && record.Cycles > 0 {
				return float64(took) * float64(record.Count) / float64(record.Cycles)
			}
		}
	}
	return 0
}

// crashGuardWait returns the time that it waited, which ends, as in the profile, with the wake-up: on a busy machine it may take long
// after that until it goes on.
//
//go:noinline
func crashGuardWait() crashGuardTime.Duration {
	var ended crashGuardTime.Time
	done := make(chan struct{})
	crashGuardTime.AfterFunc(2*crashGuardWaitRate, func() {
		ended = crashGuardTime.Now()
		close(done)
	})
	began := crashGuardTime.Now()
	<-done
	return ended.Sub(began)
}
