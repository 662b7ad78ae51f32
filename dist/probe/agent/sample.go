package agent

import (
	crashGuardMetrics "runtime/metrics"
	crashGuardStrconv "strconv"
	crashGuardTime "time"
)

// sample appends one line, in one write. own is the number of goroutines that exist only for this sample. It gives up
// for good after a failed write: the disk or a limit is full, and the tests may want to see that for themselves.
func (t *crashGuardTimeline) sample(own uint64) {
	if t.failed {
		return
	}
	crashGuardMetrics.Read(t.metrics)
	goroutines := t.metric(3)
	if goroutines >= own {
		goroutines -= own
	}
	line := crashGuardStrconv.AppendInt(t.line[:0], int64(crashGuardTime.Since(t.started)/crashGuardTime.Millisecond), 10)
	for column := 0; column < 3; column++ {
		line = append(line, ',')
		line = crashGuardStrconv.AppendUint(line, t.metric(column), 10)
	}
	line = append(line, ',')
	line = crashGuardStrconv.AppendUint(line, t.rss.bytes(), 10)
	line = append(line, ',')
	line = crashGuardStrconv.AppendUint(line, goroutines, 10)
	line = append(line, '\n')
	t.line = line
	t.samples++
	if _, err := t.file.Write(line); err != nil {
		t.failed = true
	}
}

// metric is 0 where a runtime does not know the metric.
func (t *crashGuardTimeline) metric(index int) uint64 {
	if value := t.metrics[index].Value; value.Kind() == crashGuardMetrics.KindUint64 {
		return value.Uint64()
	}
	return 0
}
