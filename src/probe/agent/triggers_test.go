package agent

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func init() {
	roles["crowd"] = func() int {
		release := make(chan struct{})
		defer close(release)
		for i := 0; i < 300; i++ {
			go func() { <-release }()
		}
		time.Sleep(time.Second)
		awaitSnapshot()
		return CrashGuardEnd(0)
	}
	roles["contend"] = func() int {
		contend(time.Second)
		awaitSnapshot()
		return CrashGuardEnd(0)
	}
	roles["descriptors-of-children"] = func() int {
		command := exec.Command("ls", "-l", "/proc/self/fd")
		text, err := command.CombinedOutput()
		for _, name := range []string{"agent-usage", "agent-stat", "timeline.csv", "statm"} {
			if err != nil || strings.Contains(string(text), name) {
				fmt.Println(string(text), err)
			}
		}
		return CrashGuardEnd(0)
	}
}

const deadline = "-test.timeout=10m0s"

// awaitSnapshot has a role go on until its first snapshot is whole, on a busy machine too.
func awaitSnapshot() {
	meta := filepath.Join(crashGuardRunning.watch.recorder.dir, "snapshot-1", "meta.txt")
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if text, _ := os.ReadFile(meta); strings.Contains(string(text), "complete 1\n") {
			return
		}
	}
}

func TestManyGoroutinesAreWrittenDown(t *testing.T) {
	ran := runConfigured(t, "crowd", "sample", "goroutines 200\n", []string{deadline})
	ran.silent(t)
	snapshot := filepath.Join(ran.dir, "snapshot-1")
	if meta := metaOf(t, snapshot); meta["reason"] != "goroutines" || meta["complete"] != "1" || meta["goroutines"] != "301" {
		t.Fatal(meta)
	}
	text, err := os.ReadFile(filepath.Join(snapshot, "goroutines.txt"))
	if got := strings.Count(string(text), "[chan receive]:"); err != nil || got < 300 {
		t.Fatalf("%d goroutines wait, %v", got, err)
	}
	if exists(filepath.Join(ran.dir, "snapshot-2")) {
		t.Fatal("twice")
	}
}

func TestARequestIsMet(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"agent.conf": "requests 1\n", "snapshot-request": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0644); err != nil {
			t.Fatal(err)
		}
	}
	runAgain(t, "contend", []string{deadline}, crashGuardVariable+"=0:sample:"+dir).silent(t)
	snapshot := filepath.Join(dir, "snapshot-1")
	if meta := metaOf(t, snapshot); meta["reason"] != "request" || meta["complete"] != "1" {
		t.Fatal(meta)
	}
	for _, name := range []string{"mutex.pprof", "block.pprof"} {
		if text := unpacked(t, filepath.Join(snapshot, name)); !strings.Contains(string(text), "contentions") {
			t.Errorf("%s: %q", name, text)
		}
	}
	if text := unpacked(t, filepath.Join(snapshot, "block.pprof")); !strings.Contains(string(text), ".contend") {
		t.Errorf("nobody waits: %q", text)
	}
	if exists(filepath.Join(dir, "snapshot-request")) {
		t.Error("the request is still there")
	}
}

func TestWithoutTriggersNothingIsTaken(t *testing.T) {
	for _, conf := range []string{"", "core 1\n", "ceiling 1048576\n", "ceiling 1048576\nsnapshot-at 0\n"} {
		ran := runConfigured(t, "run", "sample", conf, []string{deadline})
		if snapshots, _ := filepath.Glob(filepath.Join(ran.dir, "snapshot-*")); len(snapshots) > 0 {
			t.Errorf("%q: %v", conf, snapshots)
		}
	}
}

func TestACrashEndsInACoreWhereThatIsWanted(t *testing.T) {
	for conf, want := range map[string]int{"": 2, "core 1\n": -1} {
		ran := runConfigured(t, "panic", "sample", conf, nil)
		if ran.code != want || !strings.Contains(ran.stderr, "panic: the last words") {
			t.Errorf("%q: code %d: %s", conf, ran.code, ran.stderr)
		}
	}
	if ran := runConfigured(t, "panic", "sample", "core 1\n", nil, "GOTRACEBACK=single"); ran.code != 2 {
		t.Errorf("the user's setting is overruled: code %d", ran.code)
	}
}

func TestTheFilesOfTheLevelAreOutOfTheWay(t *testing.T) {
	level := t.TempDir()
	for _, name := range []string{"agent-usage", "agent-stat"} {
		if err := os.WriteFile(filepath.Join(level, name), []byte("1\n"), 0644); err != nil {
			t.Fatal(err)
		}
	}
	conf := fmt.Sprintf("ceiling 8589934592\nusage %[1]s/agent-usage\nstat %[1]s/agent-stat\nstatkey anon\nsnapshot-at 80\n", level)
	runConfigured(t, "descriptors-of-children", "sample", conf, []string{deadline}).silent(t)
	with := runConfigured(t, "descriptors", "sample", conf, nil) // a deadline would start the poller, as it does without us
	without := runAgain(t, "descriptors", nil, crashGuardVariable+"=")
	if with.stdout != without.stdout {
		t.Errorf("the first free descriptor is %q with and %q without the agent", with.stdout, without.stdout)
	}
}

func TestTicksThatWatchAllocateNothing(t *testing.T) {
	timeline := newTimeline(t, time.Millisecond)
	timeline.watch = newWatch(t, crashGuardConf{ceiling: 8 << 30, snapshotAt: 80, goroutines: 1 << 40, requests: true})
	timeline.watch.level = *levelOf(t, "8000000000\n", "anon 1000000\n", "anon")
	timeline.begin(true)
	sampled := 0
	for began := time.Now(); sampled < 10 && time.Since(began) < time.Minute; sampled = len(rows(t, timeline.file.Name())) {
		if allocated := allocatedMeanwhile(50 * time.Millisecond); allocated != 0 {
			t.Fatalf("%v allocations", allocated)
		}
	}
	timeline.end()
	if sampled < 10 {
		t.Fatalf("%d samples", sampled)
	}
}

func TestWatchingGoesOnAfterAnHour(t *testing.T) {
	timeline := newTimeline(t, 10*time.Millisecond)
	timeline.watch = newWatch(t, crashGuardConf{goroutines: 1})
	timeline.samples = crashGuardDenseSamples
	began := time.Now()
	timeline.begin(true)
	release := make(chan struct{})
	defer close(release)
	go func() { <-release }()
	meta := filepath.Join(timeline.watch.recorder.dir, "snapshot-1/meta.txt")
	taken := func() bool {
		text, _ := os.ReadFile(meta)
		return strings.Contains(string(text), "complete 1\n")
	}
	for !taken() && time.Since(began) < time.Minute {
		time.Sleep(10 * time.Millisecond)
	}
	timeline.end()
	if !taken() {
		t.Error("no look in a minute at one in 10 ms")
	}
	took := time.Since(began)
	if got := timeline.samples - crashGuardDenseSamples; got > 3+int(took/(100*time.Millisecond)) {
		t.Errorf("%d samples in %v at one in 100 ms", got, took)
	}
}

// While memory grows fast there are more samples than ten a second, so that the end of a timeline tells something.
func TestFastGrowthIsSampledMoreOften(t *testing.T) {
	ran := runConfigured(t, "grows", "sample", "ceiling 419430400\nsnapshot-at 80\n", []string{deadline}, "HOG_RATE=500", "HOG_MOST=300")
	found := rows(t, filepath.Join(ran.dir, "timeline.csv"))
	closer := 0
	for i := 1; i < len(found); i++ {
		if found[i][0]-found[i-1][0] < 90 {
			closer++
		}
	}
	if closer < 2 {
		t.Errorf("%v", found)
	}
}
