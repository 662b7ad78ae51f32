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

// horizon is the size that the heap has at most when the next collection ends that somebody is told of. One that is under way goes by
// (what is set for it while it marks lasts until the one after it), and the goal that it sets is to what it leaves, new objects
// included, as the last one was.
func (r *crashGuardReading) horizon() uint64 {
	const (
		usual     = 2       // GOGC=100
		leastHeap = 4 << 20 // a smaller one has a goal of its own
		trigger   = 0.7     // of the way to the goal, and no earlier, one begins by itself
	)
	growth, left, goal := float64(usual), float64(r.heap), float64(r.goal)
	if left >= trigger*goal && left < goal {
		left = goal
	}
	if r.live >= leastHeap && goal > usual*float64(r.live) {
		growth = goal / float64(r.live)
	}
	if ahead := growth * left; ahead > goal && ahead < 1<<62 {
		return uint64(ahead)
	}
	return r.goal
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
			{Name: "/gc/heap/goal:bytes"},
			{Name: "/memory/classes/total:bytes"},
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
		goal:       g.metric(2),
		total:      g.metric(3),
		rss:        resident,
		anonymous:  anonymous,
		goroutines: uint64(crashGuardRuntime.NumGoroutine()), // the metric counts the runtime's own from Go 1.26 on
		released:   g.metric(4),
	}
	if reading.goroutines >= own {
		reading.goroutines -= own
	}
	return reading
}

// horizon is reading.horizon by itself.
func (g *crashGuardGauges) horizon() uint64 {
	crashGuardMetrics.Read(g.metrics[:3])
	reading := crashGuardReading{heap: g.metric(0), live: g.metric(1), goal: g.metric(2)}
	return reading.horizon()
}

func (g *crashGuardGauges) metric(index int) uint64 { return crashGuardUint64(g.metrics[index].Value) }

// crashGuardUint64 is 0 where a runtime does not know the metric.
func crashGuardUint64(value crashGuardMetrics.Value) uint64 {
	if value.Kind() == crashGuardMetrics.KindUint64 {
		return value.Uint64()
	}
	return 0
}
