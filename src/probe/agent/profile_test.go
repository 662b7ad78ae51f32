package agent

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"
)

// topOf is the function that holds most of the heap, according to a profile.
func topOf(t *testing.T, profile string) string {
	t.Helper()
	command := exec.Command("go", "tool", "pprof", "-sample_index=inuse_space", "-nodecount=1", "-top", profile)
	text, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	fields := strings.Fields(lines[len(lines)-1])
	return fields[len(fields)-1]
}

// unpacked is the profile in a file, which must be whole.
func unpacked(t *testing.T, path string) []byte {
	t.Helper()
	packed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return unpackedBytes(t, packed)
}

func unpackedBytes(t *testing.T, packed []byte) []byte {
	t.Helper()
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// top is what pprof lists of a profile: every function with its amounts.
func top(t *testing.T, profile []byte, sampleIndex, granularity string) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "profile")
	if err := os.WriteFile(path, profile, 0644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "tool", "pprof", "-top", "-sample_index="+sampleIndex, granularity, "-unit=B", "-nodecount=10000", "-nodefraction=0", path)
	var problems bytes.Buffer
	command.Stderr = &problems
	text, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &problems)
	}
	_, rows, _ := strings.Cut(string(text), "cum%\n")
	// We do not say what is inlined.
	lines := strings.Split(strings.TrimSpace(strings.Replace(rows, " (inline)", "", -1)), "\n")
	sort.Strings(lines)
	return lines
}

func TestTheHeapProfileIsThatOfTheRuntime(t *testing.T) {
	for i := 0; i < 32; i++ {
		storeEverything(mib)
		linkEverything(mib)
	}
	defer func() { stored, nodes = nil, nil }()
	// A collection between the two would make them pictures of two moments.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	runtime.GC()
	var ours, theirs bytes.Buffer
	if err := (crashGuardHeap{}).writeTo(&ours); err != nil {
		t.Fatal(err)
	}
	if err := pprof.WriteHeapProfile(&theirs); err != nil {
		t.Fatal(err)
	}
	for _, index := range []string{"inuse_space", "inuse_objects", "alloc_space", "alloc_objects"} {
		for _, granularity := range []string{"-functions", "-lines"} {
			got, want := ofAgent(top(t, ours.Bytes(), index, granularity)), ofAgent(top(t, theirs.Bytes(), index, granularity))
			if strings.Join(got, "\n") != strings.Join(want, "\n") || len(got) < 3 {
				t.Errorf("%s, %s:\n%s\nwant\n%s", index, granularity, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// ofAgent are the rows of this package, without the share of all rows so far. What package testing has allocated before comes into
// the sample by chance, and of a function that is inlined there the runtime's own profile names one or its caller.
func ofAgent(rows []string) []string {
	var own []string
	for _, row := range rows {
		if fields := strings.Fields(row); strings.Contains(row, "go-crash-guard/probe/agent.") {
			own = append(own, strings.Join(append(fields[:2:2], fields[3:]...), " "))
		}
	}
	return own
}

func TestTheProfilesOfWaitsAreThoseOfTheRuntime(t *testing.T) {
	defer runtime.SetMutexProfileFraction(runtime.SetMutexProfileFraction(1))
	runtime.SetBlockProfileRate(int(crashGuardWaitRate))
	defer runtime.SetBlockProfileRate(0)
	contend(100 * time.Millisecond)
	cycle := crashGuardCycle()
	for name, read := range map[string]func([]runtime.BlockProfileRecord) (int, bool){"mutex": runtime.MutexProfile, "block": runtime.BlockProfile} {
		var ours, theirs bytes.Buffer
		if err := (crashGuardWaits{read, cycle}).writeTo(&ours); err != nil {
			t.Fatal(err)
		}
		if err := pprof.Lookup(name).WriteTo(&theirs, 0); err != nil {
			t.Fatal(err)
		}
		// The runtime's own locks are in it as well, and are contended in between.
		got, want := countsOfAgent(top(t, ours.Bytes(), "contentions", "-functions")), countsOfAgent(top(t, theirs.Bytes(), "contentions", "-functions"))
		if strings.Join(got, "\n") != strings.Join(want, "\n") || !strings.Contains(strings.Join(got, "\n"), ".contend") {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if got, want := delayIn(t, ours.Bytes()), delayIn(t, theirs.Bytes()); got < want*0.95 || got > want*1.05 {
			t.Errorf("%s: a delay of %v, want %v", name, got, want)
		}
	}
}

// countsOfAgent leaves out the columns of shares: flat and cum, and the name.
func countsOfAgent(rows []string) []string {
	var own []string
	for _, row := range rows {
		if fields := strings.Fields(row); strings.Contains(row, "go-crash-guard/probe/agent.") {
			own = append(own, strings.Join([]string{fields[0], fields[3], fields[len(fields)-1]}, " "))
		}
	}
	return own
}

// delayIn is the whole delay in a profile, in seconds.
func delayIn(t *testing.T, profile []byte) float64 {
	t.Helper()
	path := filepath.Join(t.TempDir(), "profile")
	if err := os.WriteFile(path, profile, 0644); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("go", "tool", "pprof", "-top", "-sample_index=delay", "-unit=ns", path).CombinedOutput()
	found := regexp.MustCompile(`of (\d+)ns total`).FindSubmatch(text)
	if err != nil || found == nil {
		t.Fatalf("%v: %s", err, text)
	}
	nanoseconds, _ := strconv.ParseFloat(string(found[1]), 64) // in seconds pprof would round a tenth of one by a twentieth
	return nanoseconds / 1e9
}

func TestWithoutAProfileOfWaitsACycleIsUnknown(t *testing.T) {
	runtime.SetBlockProfileRate(0)
	if got := crashGuardCycle(); got != 0 && len(crashGuardRecords(runtime.BlockProfile)) == 0 {
		t.Fatal(got)
	}
	var profile bytes.Buffer
	if err := (crashGuardWaits{runtime.MutexProfile, 0}).writeTo(&profile); err != nil {
		t.Fatal(err)
	}
	if text := unpackedBytes(t, profile.Bytes()); !bytes.Contains(text, []byte("cycles")) || bytes.Contains(text, []byte("nanoseconds")) {
		t.Fatalf("%q", text)
	}
}

func TestUnsampled(t *testing.T) {
	for _, row := range []struct{ count, bytes, rate, wantCount, wantBytes int64 }{
		{0, 0, 512, 0, 0},
		{3, 300, 1, 3, 300},
		{3, 300, 0, 3, 300},
		{1, 1 << 30, 512 << 10, 1, 1 << 30},
		{2, 2 * 512, 512, 3, 1619}, // 1/(1-1/e)
	} {
		count, bytes := crashGuardUnsampled(row.count, row.bytes, row.rate)
		if count != row.wantCount || bytes != row.wantBytes {
			t.Errorf("%+v: %d, %d", row, count, bytes)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestAProfileThatCannotBeWritten(t *testing.T) {
	if err := (crashGuardHeap{}).writeTo(fullDisk{}); err == nil || err.Error() != "full" {
		t.Fatal(err)
	}
}

// The linker has packages set up in the order of their paths, each as soon as what it imports is. Test packages wait for
// package testing, so the agent must not wait for anything that comes later.
func TestTheAgentIsReadyBeforeAnyTest(t *testing.T) {
	needed := func(path string) []string {
		text, err := exec.Command("go", "list", "-deps", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Fields(string(text))
	}
	earlier := map[string]bool{}
	for _, name := range needed("testing") {
		earlier[name] = true
	}
	for _, name := range needed(".") {
		if !earlier[name] && name > "testing" {
			t.Errorf("%s is set up after package testing", name)
		}
	}
}
