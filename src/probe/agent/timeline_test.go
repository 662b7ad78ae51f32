package agent

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
)

const header = "elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines"

func newTimeline(t *testing.T, interval time.Duration) *crashGuardTimeline {
	t.Helper()
	file, err := crashGuardCreate(filepath.Join(t.TempDir(), "timeline.csv"))
	if err != nil {
		t.Fatal(err)
	}
	timeline := crashGuardNewTimeline(file, crashGuardOpenRss(), interval)
	t.Cleanup(func() {
		timeline.end()
		file.Close()
	})
	return timeline
}

// rows reads a timeline: the columns of every sample.
func rows(t *testing.T, path string) [][]uint64 {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0] != header {
		t.Fatalf("header = %q", lines[0])
	}
	var found [][]uint64
	for _, line := range lines[1:] {
		var columns []uint64
		if strings.HasPrefix(line, "ended,") || strings.HasPrefix(line, "races,") {
			continue // what follows the last sample
		}
		for _, field := range strings.Split(line, ",") {
			number, err := strconv.ParseUint(field, 10, 64)
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			columns = append(columns, number)
		}
		if len(columns) != 6 {
			t.Fatalf("%q has %d columns", line, len(columns))
		}
		found = append(found, columns)
	}
	return found
}

func TestATickAllocatesNothing(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	timeline.begin(true)
	tick := func() {
		timeline.sampledAt = -time.Hour // the next sample is due at once
		timeline.tick()
	}
	if allocated := testing.AllocsPerRun(1000, tick); allocated != 0 {
		t.Fatalf("%v allocations a tick", allocated)
	}
	if got := len(rows(t, timeline.file.Name())); got < 1000 {
		t.Fatalf("%d samples", got)
	}
}

func TestTicksInTheBackgroundAllocateNothing(t *testing.T) {
	timeline := newTimeline(t, time.Millisecond)
	timeline.begin(true)
	if allocated := allocatedMeanwhile(50 * time.Millisecond); allocated != 0 {
		t.Fatalf("%v allocations", allocated)
	}
}

// allocatedMeanwhile is the least number of allocations of the process in several times of that length. The runtime itself
// allocates now and then, for a thread that it starts on a busy machine; what each tick allocates is there every time.
func allocatedMeanwhile(lasting time.Duration) float64 {
	least := testing.AllocsPerRun(1, func() { time.Sleep(lasting) })
	for i := 0; i < 9 && least > 0; i++ {
		least = math.Min(least, testing.AllocsPerRun(1, func() { time.Sleep(lasting) }))
	}
	return least
}

func TestTicksLeaveNoGoroutine(t *testing.T) {
	timeline := newTimeline(t, 20*time.Millisecond)
	timeline.begin(true)
	// A tick may be running at the very moment of a look, but not at most of them; where the disk is slow, it is at a few in a row.
	seen := 0
	for look := 0; look < 250; look++ {
		time.Sleep(2 * time.Millisecond)
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		if bytes.Contains(stacks, []byte("crashGuardTimeline")) {
			seen++
		}
	}
	if seen > 50 {
		t.Fatalf("a goroutine of the agent was there in %d of 250 looks", seen)
	}
	if got := len(rows(t, timeline.file.Name())); got < 3 {
		t.Fatalf("%d samples: the timer did not run", got)
	}
}

func TestASampleTellsWhatTheProcessHolds(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	debug.FreeOSMemory() // nothing of other tests may go while this one looks
	timeline.begin(false)
	ballast := make([]byte, 64<<20)
	for i := range ballast {
		ballast[i] = 1
	}
	runtime.GC()
	release := make(chan struct{})
	for i := 0; i < 10; i++ {
		go func() { <-release }()
	}
	timeline.end()
	close(release)
	runtime.KeepAlive(ballast)
	found := rows(t, timeline.file.Name())
	if len(found) != 2 {
		t.Fatalf("%d samples", len(found))
	}
	for column, least := range map[int]uint64{1: 60 << 20, 2: 60 << 20, 5: 10} {
		if grown := found[1][column] - found[0][column]; int64(grown) < int64(least) {
			t.Errorf("column %d grew by %d, want at least %d", column, int64(grown), least)
		}
	}
	if found[1][3] < found[1][1] {
		t.Errorf("totalBytes = %d, heapBytes = %d", found[1][3], found[1][1])
	}
	if runtime.GOOS == "linux" && found[1][4] < 60<<20 {
		t.Errorf("rssBytes = %d", found[1][4])
	}
	if goroutines := found[1][5]; goroutines != uint64(runtime.NumGoroutine()) && goroutines < 11 {
		t.Errorf("goroutines = %d", goroutines)
	}
}

func TestNothingFollowsTheLastSample(t *testing.T) {
	timeline := newTimeline(t, time.Millisecond)
	timeline.begin(true)
	timeline.end()
	timeline.end()
	before := len(rows(t, timeline.file.Name()))
	time.Sleep(20 * time.Millisecond)
	timeline.tick()
	if after := len(rows(t, timeline.file.Name())); after != before {
		t.Fatalf("%d samples, then %d", before, after)
	}
}

func TestSamplingSlowsDownAfterAnHour(t *testing.T) {
	timeline := newTimeline(t, 10*time.Millisecond)
	timeline.samples = crashGuardDenseSamples
	began := time.Now()
	timeline.begin(true)
	time.Sleep(250 * time.Millisecond)
	timeline.end()
	took := time.Since(began)
	if got := len(rows(t, timeline.file.Name())); got > 4+int(took/(100*time.Millisecond)) {
		t.Fatalf("%d samples in %v at one in 100 ms", got, took)
	}
}

func TestSamplingStopsAfterAFailedWrite(t *testing.T) {
	timeline := newTimeline(t, time.Millisecond)
	timeline.begin(true)
	timeline.file.Close()
	time.Sleep(20 * time.Millisecond)
	timeline.end() // with a last sample, if none was due before
	if !timeline.failed {
		t.Fatal("still writing")
	}
}

func BenchmarkTick(b *testing.B) {
	dir := b.TempDir()
	file, err := os.Create(filepath.Join(dir, "timeline.csv"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	usage := filepath.Join(dir, "usage")
	if err := os.WriteFile(usage, []byte("100000000\n"), 0644); err != nil {
		b.Fatal(err)
	}
	timeline := crashGuardNewTimeline(file, crashGuardOpenRss(), crashGuardInterval)
	timeline.watch = crashGuardNewWatch(crashGuardConf{ceiling: 8 << 30, snapshotAt: 80, usage: usage}, dir)
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		reading := timeline.gauges.read(1)
		timeline.sample(&reading)
		timeline.next(&reading)
		timeline.timer.Stop()
	}
}
