package agent

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// watching plays readings to a watch and returns the reasons for snapshots. Every snapshot ends before the next reading,
// with what after gives.
func watching(watch *crashGuardWatch, after func(*crashGuardReading), readings ...crashGuardReading) string {
	var reasons []string
	for i := range readings {
		reading := &readings[i]
		reading.elapsed = time.Duration(i+1) * 100 * time.Millisecond
		watch.look(reading, 100*time.Millisecond)
		reason := watch.due(reading)
		if reason != "" {
			after(reading)
			watch.recorder.taking = 0
		}
		reasons = append(reasons, reason)
	}
	return strings.Join(reasons, ",")
}

func newWatch(t *testing.T, conf crashGuardConf) *crashGuardWatch {
	t.Helper()
	watch := crashGuardNewWatch(conf, t.TempDir())
	if watch == nil {
		t.Fatal("nothing to watch")
	}
	return watch
}

func holding(megabytes ...uint64) []crashGuardReading {
	var readings []crashGuardReading
	for _, megabyte := range megabytes {
		readings = append(readings, crashGuardReading{heap: megabyte * mib, rss: megabyte * mib})
	}
	return readings
}

func TestSnapshotsNearTheCeiling(t *testing.T) {
	for _, row := range []struct {
		name     string
		at       uint64
		readings []crashGuardReading
		want     string
	}{
		{"at 80 and 90 percent, and no more", 80, holding(790, 800, 850, 899, 900, 950, 999), ",memory,,,memory,,"},
		{"between the threshold and the ceiling", 60, holding(590, 600, 790, 800, 900), ",memory,,memory,"},
		{"not again while nothing grows", 80, holding(899, 900, 905, 910), "memory,,,"},
		{"again when the heap is another one", 80, holding(800, 100, 300, 900), "memory,,,memory"},
		{"never", 99, holding(980, 500), ","},
	} {
		t.Run(row.name, func(t *testing.T) {
			watch := newWatch(t, crashGuardConf{ceiling: 1000 * mib, snapshotAt: row.at})
			after := func(reading *crashGuardReading) { watch.recorder.heap, watch.recorder.rss = reading.heap, reading.rss }
			if got := watching(watch, after, row.readings...); got != row.want {
				t.Fatal(got)
			}
		})
	}
}

func TestWhoHasLittleOfTheCeilingIsNotAsked(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 1000, snapshotAt: 80})
	watch.level = *levelOf(t, "950\n", "anon 900\n", "anon")
	readings := []crashGuardReading{{rss: 99}, {rss: 100}}
	if got := watching(watch, func(*crashGuardReading) {}, readings...); got != ",memory" {
		t.Fatal(got)
	}
}

func TestThePageCacheIsNoReason(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 1000, snapshotAt: 80})
	watch.level = *levelOf(t, "1000\n", "anon 700\n", "anon")
	if got := watching(watch, nil, crashGuardReading{rss: 500}, crashGuardReading{rss: 600}); got != "," {
		t.Fatal(got)
	}
}

func TestASnapshotAtATime(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 1000 * mib, snapshotAt: 80, goroutines: 5})
	reading := crashGuardReading{rss: 850 * mib, goroutines: 10, elapsed: time.Second}
	watch.look(&reading, time.Second)
	if first, second := watch.due(&reading), watch.due(&reading); first != "memory" || second != "" {
		t.Fatal(first, second)
	}
	if watch.goroutines() != 1 {
		t.Fatal("the snapshot's own goroutine counts as one of the tests'")
	}
	watch.recorder.taking = 0
	watch.look(&reading, time.Second)
	if next := watch.due(&reading); next != "goroutines" {
		t.Fatal(next)
	}
}

func TestASnapshotForManyGoroutinesIsTakenOnce(t *testing.T) {
	watch := newWatch(t, crashGuardConf{goroutines: 5})
	readings := []crashGuardReading{{goroutines: 5}, {goroutines: 6}, {goroutines: 9}}
	if got := watching(watch, func(*crashGuardReading) {}, readings...); got != ",goroutines," {
		t.Fatal(got)
	}
}

func TestThreeRequestsAreMet(t *testing.T) {
	watch := newWatch(t, crashGuardConf{requests: true})
	path := filepath.Join(watch.recorder.dir, "snapshot-request")
	var got []string
	for i := 0; i < 5; i++ {
		if err := os.WriteFile(path, nil, 0644); err != nil {
			t.Fatal(err)
		}
		got = append(got, watching(watch, func(*crashGuardReading) {}, make([]crashGuardReading, 2)...))
		if taken := i < 3; taken == exists(path) {
			t.Fatalf("request %d: removed is %v", i+1, !exists(path))
		}
	}
	if text := strings.Join(got, " "); text != "request, request, request, , ," {
		t.Fatal(text)
	}
}

func TestARequestThatCannotBeRemovedIsMetOnce(t *testing.T) {
	watch := newWatch(t, crashGuardConf{requests: true})
	path := filepath.Join(watch.recorder.dir, "snapshot-request", "occupied")
	if err := os.MkdirAll(path, 0755); err != nil {
		t.Fatal(err)
	}
	if got := watching(watch, func(*crashGuardReading) {}, make([]crashGuardReading, 3)...); got != "request,," {
		t.Fatal(got)
	}
}

func TestNothingToWatch(t *testing.T) {
	if watch := crashGuardNewWatch(crashGuardConf{ceiling: 1000, core: true}, t.TempDir()); watch != nil {
		t.Fatal(watch)
	}
}

func TestLookingAllocatesNothing(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 1000, snapshotAt: 80, goroutines: 1 << 40, requests: true})
	watch.level = *levelOf(t, "1000\n", "anon 700\n", "anon")
	reading := crashGuardReading{rss: 500}
	allocated := testing.AllocsPerRun(100, func() {
		reading.elapsed += time.Second
		watch.look(&reading, time.Second)
		watch.due(&reading)
		watch.mayFill(&reading)
		watch.calm(&reading)
	})
	if allocated != 0 {
		t.Fatalf("%v allocations", allocated)
	}
}
