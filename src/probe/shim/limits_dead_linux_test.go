package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestTheLimitsAtTheEndAreThoseThatTheProgramGaveItself(t *testing.T) {
	w := newWorld(t)
	w.run(t, "lower 77 8192 exit", os.Args[0])
	w.run(t, "lower 78 8192 kill", os.Args[0])
	for attempt, want := range []uint64{77, 78} {
		folder := filepath.Join(w.out(), "attempt-"+strconv.Itoa(attempt+1))
		before := read[startRecord](t, folder, "start.json").Limits["nofile"]
		end := read[endRecord](t, folder, "end.json").Evidence.Limits
		if before.Soft == nil || *before.Soft == want {
			t.Errorf("before: %v", before)
		}
		if got := end["nofile"].Soft; got == nil || *got != want {
			t.Errorf("open files: want %d, got %+v", want, end["nofile"])
		}
		if got := end["fsize"]; got.Soft == nil || *got.Soft != 8192 {
			t.Errorf("file size: %+v", got)
		}
	}
}

func TestEveryLimitIsFoundAtTheEndToo(t *testing.T) {
	end := limitsOf(os.Getpid())
	for name, want := range limits() {
		if got := end[name]; !same(got.Soft, want.Soft) || !same(got.Hard, want.Hard) {
			t.Errorf("%s: want %+v, got %+v", name, want, got)
		}
	}
	if len(end) != len(limits()) {
		t.Errorf("%d limits, want %d", len(end), len(limits()))
	}
}

func TestWhatIsNoListOfLimits(t *testing.T) {
	for _, text := range []string{"", "Max open files", "Max open files \n", "Max open filesX 1 2", "\x00Max cpu time 1 2"} {
		if got := parseLimits(text); got != nil {
			t.Errorf("%q: %v", text, got)
		}
	}
	if got := parseLimits("Max cpu time 5 x seconds\n")["cpu"]; got.Soft == nil || *got.Soft != 5 || got.Hard != nil {
		t.Errorf("%+v", got)
	}
}

func same(a, b *uint64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
