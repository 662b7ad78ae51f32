//go:build unix

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

const collecting = `package a

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"
)

func TestCollects(t *testing.T) {
	fmt.Println(os.Getenv("GODEBUG"), os.Getenv("GOTRACEBACK"))
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	line := strings.Repeat("x", 1<<16) + "\n"
	for i := 0; i < 140; i++ {
		os.Stdout.WriteString(line)
	}
	// The runtime's monitor speaks when it gets a processor, and sleeps as long as nothing runs.
	for began := time.Now(); time.Since(began) < 1500*time.Millisecond; {
	}
	os.Exit(4)
}
`

func TestDiagnoseWithTheRuntimesOwnWords(t *testing.T) {
	w := newWorld(t)
	w.settings.Diagnose, w.settings.HeapProfile = "runtime", true
	w.file(t, "go.mod", "module example.com/m/a\n\ngo 1.21\n")
	w.file(t, "a_test.go", collecting)
	t.Setenv("GODEBUG", "panicnil=1")
	if got := w.goTest(t, "."); !strings.HasPrefix(got, "ok  \t") || strings.Contains(got, "gomaxprocs") {
		t.Fatal(got)
	}
	trace := read[runtimeTrace](t, w.out(), "attempt-1", "runtime-trace.json")
	if trace.LastInit == nil || trace.LastGc == nil || trace.LastSched == nil {
		t.Fatalf("%+v", trace)
	}
	if trace.Gcs < 3 || !strings.HasPrefix(*trace.LastGc, "gc "+decimal(trace.Gcs)+" @") || !strings.HasPrefix(*trace.LastSched, "SCHED ") {
		t.Errorf("%+v", trace)
	}
	text, err := os.ReadFile(w.out() + "/attempt-1/diagnose.txt")
	if err != nil || len(text) > divertedBytes+100 || !strings.HasSuffix(string(text), " more bytes were dropped\n") {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	if want := "panicnil=1,gctrace=1,inittrace=1,schedtrace=1000 system\n"; !strings.Contains(string(text), want) {
		t.Errorf("%.500s", text)
	}
	if end := read[endRecord](t, w.out(), "attempt-1", "end.json"); *end.ExitCode != 4 {
		t.Errorf("%+v", end)
	}
}

func TestRuntimeLines(t *testing.T) {
	var trace runtimeTrace
	for _, line := range []string{
		"init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs",
		"init example.com/m/a @1.2 ms, 0.13 ms clock, 4096 bytes, 12 allocs",
		"init example.com/not/yet",
		"gc 1 @0.012s 3%: 0.026+0.39+0.10 ms clock, 4->4->0 MB, 8 P",
		"gc 2 @0.020s 5%: 0.026+0.39+0.10 ms clock, 4->4->0 MB, 8 P (forced)",
		"gc is what I like",
		"SCHED 0ms: gomaxprocs=8 idleprocs=6",
		"SCHED 1004ms: gomaxprocs=8 idleprocs=7",
		"SCHED is a word",
		"init example.com/m/a/torn @SCHED 2005ms: gomaxprocs=8 idleprocs=7",
	} {
		trace.read(line)
	}
	got := fmt.Sprint(*trace.LastInit, " ", trace.Gcs, " ", (*trace.LastGc)[:4], " ", (*trace.LastSched)[:12])
	if got != "example.com/m/a/torn 2 gc 2 SCHED 2005ms" {
		t.Error(got)
	}
}

func TestEachLine(t *testing.T) {
	long := strings.Repeat("y", 3*longestLine+5)
	for _, text := range []string{"", "a\n", "a", "a\n\nb", long, "a\n" + long + "\nb\n"} {
		var pieces strings.Builder
		var lines []string
		eachLine(strings.NewReader(text), func(piece []byte) { pieces.Write(piece) }, func(line string) { lines = append(lines, line) })
		want := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		if text == "" {
			want = nil
		}
		for i := range want {
			if len(want[i]) > longestLine {
				want[i] = want[i][:longestLine]
			}
		}
		if pieces.String() != text || strings.Join(lines, "|") != strings.Join(want, "|") || len(lines) != len(want) {
			t.Errorf("%.20q: %d lines, want %d", text, len(lines), len(want))
		}
	}
}
