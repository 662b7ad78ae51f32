package agent

import (
	crashGuardRuntime "runtime"
	crashGuardDebug "runtime/debug"
	crashGuardMetrics "runtime/metrics"
	crashGuardTime "time"
)

// crashGuardCollect collects garbage and returns how long that took and what it left. In a hurry, it is done as if all
// memory were in use: who allocates must then help, so that the collection ends before the memory does. That holds for
// this one collection, and not where the tests themselves have set a limit that is lower.
func crashGuardCollect(reading *crashGuardReading, hurry bool) (took crashGuardTime.Duration, live uint64) {
	began := crashGuardTime.Now()
	limit := int64(reading.total - reading.released)
	before := crashGuardDebug.SetMemoryLimit(-1)
	hurry = hurry && before > limit
	if hurry {
		crashGuardDebug.SetMemoryLimit(limit)
	}
	crashGuardRuntime.GC()
	if hurry && crashGuardDebug.SetMemoryLimit(-1) == limit {
		crashGuardDebug.SetMemoryLimit(before)
	}
	took = crashGuardTime.Since(began)
	left := []crashGuardMetrics.Sample{{Name: "/gc/heap/live:bytes"}}
	crashGuardMetrics.Read(left)
	return took, crashGuardUint64(left[0].Value)
}
