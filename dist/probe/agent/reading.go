package agent

import (
	crashGuardRuntime "runtime"
	crashGuardMetrics "runtime/metrics"
	crashGuardTime "time"
)

// crashGuardReading is what the process held at a moment. Bytes.
type crashGuardReading struct {
	elapsed    crashGuardTime.Duration
	heap       uint64 // objects, garbage that is not collected yet included
	live       uint64 // what the last collection left
	total      uint64 // what the runtime has mapped
	rss        uint64 // 0 where it cannot be read
	anonymous  uint64 // the part of rss that can neither be dropped nor be anybody else's
	goroutines uint64

	taken crashGuardTaken // of the ceiling

	goal     uint64 // of the heap, at which the next collection ends
	released uint64 // part of total, given back to the system
}

// resident is the memory that the process takes from everybody, as well as it can be known.
func (r *crashGuardReading) resident() uint64 {
	if r.rss > 0 || r.total < r.released {
		return r.rss
	}
	return r.total - r.released
}

// crashGuardGauges takes readings and allocates nothing for them.
type crashGuardGauges struct {
	metrics []crashGuardMetrics.Sample
	rss     *crashGuardRss
	started crashGuardTime.Time
}

func crashGuardNewGauges(rss *crashGuardRss) crashGuardGauges {
	return crashGuardGauges{
		metrics: []crashGuardMetrics.Sample{
			{Name: "/memory/classes/heap/objects:bytes"},
			{Name: "/gc/heap/live:bytes"},
			{Name: "/memory/classes/total:bytes"},
			{Name: "/gc/heap/goal:bytes"},
			{Name: "/memory/classes/heap/released:bytes"},
		},
		rss:     rss,
		started: crashGuardTime.Now(),
	}
}

// read takes a reading. own is the number of goroutines that exist only for the agent.
func (g *crashGuardGauges) read(own uint64) crashGuardReading {
	crashGuardMetrics.Read(g.metrics)
	resident, anonymous := g.rss.bytes()
	reading := crashGuardReading{
		elapsed:    crashGuardTime.Since(g.started),
		heap:       g.metric(0),
		live:       g.metric(1),
		total:      g.metric(2),
		rss:        resident,
		anonymous:  anonymous,
		goroutines: uint64(crashGuardRuntime.NumGoroutine()), // the metric counts the runtime's own from Go 1.26 on
		goal:       g.metric(3),
		released:   g.metric(4),
	}
	if reading.goroutines >= own {
		reading.goroutines -= own
	}
	return reading
}

func (g *crashGuardGauges) metric(index int) uint64 { return crashGuardUint64(g.metrics[index].Value) }

// crashGuardUint64 is 0 where a runtime does not know the metric.
func crashGuardUint64(value crashGuardMetrics.Value) uint64 {
	if value.Kind() == crashGuardMetrics.KindUint64 {
		return value.Uint64()
	}
	return 0
}
