package agent

import (
	"bytes"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
)

// metaOf reads meta.txt of a snapshot, which must be there.
func metaOf(t *testing.T, snapshot string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(snapshot, "meta.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasSuffix(text, []byte("\n")) {
		t.Fatalf("cut off: %q", text)
	}
	found := map[string]string{}
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		at := strings.IndexByte(line, ' ')
		found[line[:at]] += line[at+1:]
	}
	return found
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	return strings.Join(found, " ")
}

func TestASnapshot(t *testing.T) {
	for reason, want := range map[string]string{
		"memory":     "goroutines.txt heap-early.pprof heap.pprof meta.txt",
		"goroutines": "block.pprof goroutines.txt heap-early.pprof heap.pprof meta.txt mutex.pprof",
		"request":    "block.pprof goroutines.txt heap-early.pprof heap.pprof meta.txt mutex.pprof",
	} {
		t.Run(reason, func(t *testing.T) {
			recorder := crashGuardRecorder{dir: t.TempDir(), ceiling: 10 << 30}
			gauges := crashGuardNewGauges(crashGuardOpenRss())
			reading := gauges.read(0)
			reading.taken = crashGuardTaken{bytes: 100, usage: 200, strict: true}
			for _, name := range []string{"snapshot-1", "snapshot-2"} {
				recorder.claim()
				recorder.take(reason, reading)
				dir := filepath.Join(recorder.dir, name)
				if got := names(t, dir); got != want {
					t.Fatal(got)
				}
				meta := metaOf(t, dir)
				for key, value := range map[string]string{
					"reason": reason, "complete": "1", "usageBytes": "200", "unreclaimableBytes": "100", "ceilingBytes": "10737418240",
				} {
					if meta[key] != value {
						t.Errorf("%s = %q", key, meta[key])
					}
				}
				for _, key := range []string{"heapBytes", "liveHeapBytes", "totalBytes", "goroutines"} {
					if number, err := strconv.Atoi(meta[key]); err != nil || number < 1 {
						t.Errorf("%s = %q", key, meta[key])
					}
				}
				text, _ := os.ReadFile(filepath.Join(dir, "goroutines.txt"))
				if !bytes.Contains(text, []byte("TestASnapshot")) || !bytes.HasPrefix(text, []byte("goroutine ")) {
					t.Errorf("%s", text)
				}
				if !bytes.Contains(unpacked(t, filepath.Join(dir, "heap.pprof")), []byte("inuse_space")) {
					t.Error("no heap profile")
				}
			}
			if !recorder.free() {
				t.Error("the recorder is still taken")
			}
		})
	}
}

func TestTheProfileIsThatOfNow(t *testing.T) {
	recorder := crashGuardRecorder{dir: t.TempDir()}
	for i := 0; i < 64; i++ {
		storeEverything(mib)
	}
	defer func() { stored = nil }()
	recorder.take("memory", crashGuardReading{})
	if got := topOf(t, filepath.Join(recorder.dir, "snapshot-1/heap.pprof")); !strings.HasSuffix(got, ".storeEverything") {
		t.Fatal(got)
	}
	if recorder.heap < 64*mib {
		t.Fatalf("heap = %d", recorder.heap)
	}
}

func TestWhatDoesNotFitIsLeftOut(t *testing.T) {
	recorder := crashGuardRecorder{dir: t.TempDir(), ceiling: 100 * mib}
	reading := crashGuardReading{goroutines: 1}
	reading.taken.bytes = 99 * mib
	recorder.take("memory", reading)
	dir := filepath.Join(recorder.dir, "snapshot-1")
	if got := names(t, dir); got != "goroutines.txt meta.txt" {
		t.Fatal(got)
	}
	meta := metaOf(t, dir)
	if meta["complete"] != "0" || !strings.Contains(meta["problem"], "heap.pprof: left out") || !strings.Contains(meta["problem"], "1048576 were left") {
		t.Fatal(meta)
	}
}

func TestTheListOfGoroutinesIsCutBetweenTwo(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	for i := 0; i < 3000; i++ {
		go func() { <-release }()
	}
	time.Sleep(50 * time.Millisecond)
	snapshot := crashGuardSnapshot{dir: t.TempDir(), room: mib}
	snapshot.goroutines(3000)
	text, err := os.ReadFile(filepath.Join(snapshot.dir, "goroutines.txt"))
	if err != nil || len(text) > crashGuardListLeast || len(text) < crashGuardListLeast/2 {
		t.Fatalf("%d bytes, %v", len(text), err)
	}
	blocks := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n\n")
	if last := blocks[len(blocks)-1]; !strings.HasPrefix(last, "goroutine ") || !strings.Contains(last, "created by ") {
		t.Fatal(last)
	}
}

func TestTooManyGoroutinesAreNotListed(t *testing.T) {
	snapshot := crashGuardSnapshot{dir: t.TempDir(), room: 1 << 40}
	snapshot.goroutines(crashGuardListGoroutines + 1)
	if got := names(t, snapshot.dir); got != "" || len(snapshot.problems) != 1 {
		t.Fatal(got, snapshot.problems)
	}
}

func TestASnapshotThatCannotBeWritten(t *testing.T) {
	recorder := crashGuardRecorder{dir: filepath.Join(t.TempDir(), "missing")}
	recorder.claim()
	recorder.take("memory", crashGuardReading{})
	if !recorder.free() {
		t.Error("the recorder is still taken")
	}
	snapshot := crashGuardSnapshot{dir: recorder.dir, room: 1 << 40}
	snapshot.heap("heap.pprof", 2)
	if len(snapshot.problems) != 1 || !strings.HasPrefix(snapshot.problems[0], "heap.pprof: ") {
		t.Error(snapshot.problems)
	}
}

func TestALimitOfTheTestsStays(t *testing.T) {
	reading := crashGuardReading{total: 100 * mib}
	for _, limit := range []int64{50 * mib, 1 << 50} {
		before := debug.SetMemoryLimit(limit)
		crashGuardCollect(&reading, true)
		if got := debug.SetMemoryLimit(before); got != limit {
			t.Errorf("%d, then %d", limit, got)
		}
	}
}

// A process that takes one snapshot after the other is killed at moments that nobody chose.
func TestKilledWhileASnapshotIsTaken(t *testing.T) {
	seen := map[string]int{}
	within := 30 * time.Millisecond
	for run := 0; run < 12; run++ {
		dir := t.TempDir()
		command := exec.Command(os.Args[0])
		command.Env = append(os.Environ(), "AGENT_TEST_ROLE=snapshots", "SNAPSHOT_DIR="+dir)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		await := func(snapshot string) {
			for tries := 0; !exists(filepath.Join(dir, snapshot)) && tries < 30_000; tries++ {
				time.Sleep(time.Millisecond)
			}
		}
		await("snapshot-1")
		if run == 0 { // how long one takes on this machine
			began := time.Now()
			await("snapshot-2")
			if twice := 2 * time.Since(began); twice > within {
				within = twice
			}
		}
		time.Sleep(time.Duration(rand.Int63n(int64(within))))
		_ = command.Process.Kill()
		_ = command.Wait()
		for _, snapshot := range strings.Fields(names(t, dir)) {
			snapshot = filepath.Join(dir, snapshot)
			files := strings.Fields(names(t, snapshot))
			for _, file := range files {
				seen[file]++
				switch path := filepath.Join(snapshot, file); filepath.Ext(file) {
				case ".pprof":
					unpacked(t, path)
				case ".txt":
					if text, err := os.ReadFile(path); err != nil || !bytes.HasSuffix(text, []byte("\n")) {
						t.Errorf("%s: %q, %v", path, text, err)
					}
				}
			}
			if len(files) > 0 && files[len(files)-1] == "meta.txt" && metaOf(t, snapshot)["complete"] == "1" && len(files) < 4 {
				t.Errorf("complete, with %v", files)
			}
		}
	}
	if seen["heap.pprof"] == 0 {
		t.Fatalf("no snapshot came as far as its heap profile: %v", seen)
	}
}
