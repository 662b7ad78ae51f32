package agent

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
)

func init() {
	roles["looks-at-itself"] = func() int {
		// How many goroutines it has, by both ways to ask, after collections and in the middle of one.
		counts := map[string]int{}
		for i := 0; i < 50; i++ {
			runtime.GC()
			counts[fmt.Sprintf("%d goroutines, %d in the profile", runtime.NumGoroutine(), pprof.Lookup("goroutine").Count())]++
			done := make(chan struct{})
			go func() {
				runtime.GC()
				close(done)
			}()
			for waiting := true; waiting; {
				select {
				case <-done:
					waiting = false
				default:
					if got := runtime.NumGoroutine(); got > 2 {
						counts[fmt.Sprintf("%d goroutines", got)]++
					}
				}
			}
			for runtime.NumGoroutine() > 1 {
				runtime.Gosched()
			}
		}
		fmt.Println(counts)
		return 0
	}
	roles["counts-allocations"] = func() int {
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
		fmt.Println(testing.AllocsPerRun(50, func() {
			garbage = make([]byte, 8<<20) // collected every time or two
			time.Sleep(time.Millisecond)
		}))
		return 0
	}
	roles["looks-at-stacks"] = func() int {
		seen, list := 0, make([]byte, 1<<20)
		for i := 0; i < 300; i++ {
			runtime.GC()
			time.Sleep(time.Millisecond)
			if bytes.Contains(list[:runtime.Stack(list, true)], []byte("crashGuard")) {
				seen++
			}
		}
		fmt.Println(seen)
		return 0
	}
	roles["grows-and-waits"] = func() int {
		hog(storeEverything)
		runtime.GC()
		select {}
	}
	roles["grows"] = func() int { return hog(storeEverything) }
	roles["grows-to-a-snapshot"] = func() int {
		code := hog(storeEverything)
		awaitSnapshot()
		return code
	}
}

// A process that owns so little that every snapshot is far off.
const roomy = "ceiling 8589934592\nsnapshot-at 80\n"

func TestCollectionsAreNotSeenInTheProcess(t *testing.T) {
	for _, role := range []string{"looks-at-itself", "counts-allocations"} {
		with := runConfigured(t, role, "quiet", roomy, nil)
		without := runAgain(t, role, nil, crashGuardVariable+"=")
		if with.stdout == "" || with.stdout != without.stdout {
			t.Errorf("%s: %q with and %q without the agent", role, with.stdout, without.stdout)
		}
	}
	seen := -1
	_, _ = fmt.Sscan(runConfigured(t, "looks-at-stacks", "quiet", roomy, nil).stdout, &seen)
	if seen < 0 || seen > 30 { // one that stays would be in all of them
		t.Errorf("the agent is in %d of 300 stacks", seen)
	}
}

func TestADeadlockIsNoticedAfterGrowth(t *testing.T) {
	if !noticesDeadlocks(t) {
		t.Skip("with cgo, which the race detector needs, the runtime does not look for deadlocks")
	}
	for _, megabytes := range []string{"1", "70"} { // of 100: ticks begin at some 50
		for _, mode := range []string{"sample", "quiet"} {
			ran := runConfigured(t, "grows-and-waits", mode, "ceiling 104857600\nsnapshot-at 80\n", nil, "HOG_RATE=400", "HOG_MOST="+megabytes)
			if !strings.Contains(ran.stderr, "all goroutines are asleep") {
				t.Errorf("%s MiB, %s: %s", megabytes, mode, ran.stderr)
			}
			ticks := len(rows(t, filepath.Join(ran.dir, "timeline.csv"))) - 1
			if began := ticks > 0; began != (megabytes == "70") {
				t.Errorf("%s MiB, %s: %d ticks", megabytes, mode, ticks)
			}
		}
	}
}

// As fast as memory can be had: collections follow each other closer than looks do, and then there are no more of them.
func TestAfterABurstSomebodyLooks(t *testing.T) {
	for i := 0; i < 10; i++ {
		ran := runConfigured(t, "grows-and-waits", "quiet", "ceiling 104857600\nsnapshot-at 80\n", nil, "HOG_RATE=1000000", "HOG_MOST=70")
		if ticks := len(rows(t, filepath.Join(ran.dir, "timeline.csv"))) - 1; ticks == 0 {
			t.Fatalf("no ticks in run %d", i+1)
		}
	}
}

// Small heaps are collected again and again, and cannot be near.
func TestACollectionIsLookedAtBeforeItsTimeWhereMemoryMayBeNear(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 8 << 30, snapshotAt: 80})
	if !watch.mayHaveFilled(0) {
		t.Error("nobody has looked yet")
	}
	reading := crashGuardReading{heap: 4 * mib, goal: 8 * mib, rss: 10 * mib}
	watch.look(&reading, time.Second)
	if watch.mayFill(&reading) || watch.mayHaveFilled(8*mib) {
		t.Error("8 MiB are near")
	}
	if threshold := watch.threshold(); watch.mayHaveFilled(threshold-7*mib) || !watch.mayHaveFilled(threshold-6*mib) {
		t.Error("6 MiB beside the heap do not count")
	}
}

// The sentinel may be set again in the middle of a collection, and is not told of that one.
func TestACollectionUnderWayIsReckonedWith(t *testing.T) {
	watch := newWatch(t, crashGuardConf{ceiling: 100 * mib, snapshotAt: 80})
	for _, row := range []struct {
		live, heap, goal uint64
		want             uint64
	}{
		{36, 70, 72, 144},
		{36, 37, 72, 74},
		{30, 30, 60, 60},
		{20, 21, 100, 105}, // GOGC=400
		{36, 47, 72, 94},
		{1, 2, 4, 4},
		{1, 3, 4, 8},
		{0, 2, 4, 4}, // a runtime that does not tell
	} {
		reading := crashGuardReading{live: row.live * mib, heap: row.heap * mib, goal: row.goal * mib, rss: row.heap * mib}
		if got := reading.horizon(); got != row.want*mib {
			t.Errorf("%+v: %d MiB", row, got/mib)
		}
		watch.look(&reading, time.Second)
		if got := watch.mayFill(&reading); got != (row.want >= 80) {
			t.Errorf("%+v: %v", row, got)
		}
	}
}

func TestAQuietProcessIsAskedWhatItHolds(t *testing.T) {
	ran := runConfigured(t, "grows-to-a-snapshot", "quiet", "ceiling 209715200\nsnapshot-at 80\n", nil, "HOG_RATE=400", "HOG_MOST=198")
	ran.silent(t)
	snapshot := filepath.Join(ran.dir, "snapshot-1")
	if meta := metaOf(t, snapshot); meta["reason"] != "memory" || meta["complete"] != "1" {
		t.Fatal(meta)
	}
	if got := topOf(t, filepath.Join(snapshot, "heap.pprof")); !strings.HasSuffix(got, ".storeEverything") {
		t.Fatal(got)
	}
}

func TestTheSentinelIsNoMistake(t *testing.T) {
	// From Go 1.25 the runtime can look for mistakes with finalizers, and ends the process.
	ran := runConfigured(t, "looks-at-stacks", "quiet", roomy, nil, "GODEBUG=checkfinalizers=1")
	if ran.code != 0 {
		t.Fatal(ran.stderr)
	}
}

func TestALookAfterACollectionAllocatesNothing(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	timeline.watch = newWatch(t, crashGuardConf{ceiling: 8 << 30, snapshotAt: 80})
	timeline.begin(true)
	looked := 0
	allocated := testing.AllocsPerRun(1000, func() {
		timeline.watch.pace.at = -time.Hour
		timeline.collected()
		if timeline.watch.pace.at > 0 {
			looked++
		}
	})
	if allocated != 0 || looked < 1000 {
		t.Fatalf("%v allocations a look, %d looks", allocated, looked)
	}
}

func TestNoCollectionIsFollowedAfterTheEnd(t *testing.T) {
	timeline := newTimeline(t, time.Hour)
	timeline.watch = newWatch(t, crashGuardConf{ceiling: 8 << 30, snapshotAt: 80})
	timeline.begin(false)
	looksAfter := func(sentinel *crashGuardSentinel) bool {
		timeline.watch.pace.at = -time.Hour
		crashGuardCollected(sentinel)
		return timeline.watch.pace.at > 0
	}
	first, last := &crashGuardSentinel{timeline}, &crashGuardSentinel{timeline}
	if !looksAfter(first) {
		t.Fatal("given up too early")
	}
	timeline.end()
	if looksAfter(last) {
		t.Fatal("not given up")
	}
	runtime.KeepAlive(first)
}

func TestTheRuntimesOwnTestsAreLeftAlone(t *testing.T) {
	for program, want := range map[string]bool{
		"runtime.test":                   true,
		"/tmp/go-build1/b1/runtime.test": true,
		`C:\tmp\b1\runtime.test.exe`:     true,
		"/tmp/myruntime.test":            false,
		"/tmp/runtime.test/x.test":       false,
		"x.test":                         false,
		"":                               false,
	} {
		if got := crashGuardIsRuntime(program); got != want {
			t.Errorf("%s: %v", program, got)
		}
	}
}

// runConfigured is runAgain with a mode and a configuration of the agent.
func runConfigured(t *testing.T, role, mode, conf string, args []string, environment ...string) again {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "agent.conf"), []byte(conf), 0644); err != nil {
		t.Fatal(err)
	}
	order := fmt.Sprintf("%s=%d:%s:%s", crashGuardVariable, os.Getpid(), mode, dir)
	ran := runAgain(t, role, args, append([]string{order}, environment...)...)
	ran.dir = dir
	return ran
}
