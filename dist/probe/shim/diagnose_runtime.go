package main

import (
	"os"
	"regexp"

	"go-crash-guard/probe/internal/record"
)

// runtimeTrace is runtime-trace.json: how far the Go runtime came, by what it said last. Tests can print such lines too.
type runtimeTrace struct {
	Schema    int     `json:"schema"`
	LastInit  *string `json:"lastInit"` // the package whose initialization ended last
	Gcs       int     `json:"gcs"`
	LastGc    *string `json:"lastGc"`    // the line
	LastSched *string `json:"lastSched"` // the line
}

// What the runtime prints (documentation of package runtime, "Environment Variables"), piece by piece: the words of one
// thread may come in the middle of another's line.
//
//	init internal/bytealg @0.008 ms, 0 ms clock, 0 bytes, 0 allocs
//	gc 1 @0.012s 3%: 0.026+0.39+0.10 ms clock, 0.21+0.17/0.41/0+0.84 ms cpu, 4->4->0 MB, 5 MB goal, 8 P
//	SCHED 1004ms: gomaxprocs=8 idleprocs=6 threads=4 spinningthreads=1 idlethreads=0 runqueue=0 [0 0]
var (
	initWords  = regexp.MustCompile(`\binit (\S+) @`)
	gcWords    = regexp.MustCompile(`\bgc \d+ @[0-9.]+s \d+%: .*`)
	schedWords = regexp.MustCompile(`\bSCHED \d+ms: .*`)
)

func (t *runtimeTrace) read(line string) {
	if found := initWords.FindStringSubmatch(line); found != nil {
		t.LastInit = &found[1]
	}
	if found := gcWords.FindString(line); found != "" {
		t.Gcs++
		t.LastGc = &found
	}
	if found := schedWords.FindString(line); found != "" {
		t.LastSched = &found
	}
}

// lookAtRuntime leaves runtime-trace.json. The child, and what it starts, prints what its runtime does.
func lookAtRuntime(j job) {
	extendVariable("GODEBUG", ",", "gctrace=1,inittrace=1,schedtrace=1000")
	_ = os.Setenv("GOTRACEBACK", "system")
	trace := runtimeTrace{Schema: record.Schema}
	watchOutput(j, plainly(), trace.read)
	j.attempt.write("runtime-trace.json", trace)
}
