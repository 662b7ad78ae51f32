package agent

import crashGuardStrings "strings"

// Nobody waits for what is left over to come to an end, and a stack does not tell who will wake a goroutine. So one that is blocked
// counts only where none of those that may still go on has anything to do with it.

// crashGuardWakers is what the goroutines that may go on can wake.
type crashGuardWakers struct {
	all      bool
	tests    map[string]bool // what these tests have started
	packages map[string]bool // what is in, or comes from, these packages of the standard library
}

// stuck are the blocked goroutines that no free one can wake.
func (l *crashGuardLeft) stuck() (stuck []*crashGuardGoroutine) {
	wakers := crashGuardWakers{all: l.shared, tests: map[string]bool{}, packages: map[string]bool{}}
	for i := range l.free {
		l.widen(&wakers, l.free[i])
	}
	for i := range l.blocked {
		if !l.reaches(&wakers, l.blocked[i]) {
			stuck = append(stuck, l.blocked[i])
		}
	}
	return stuck
}

func (l *crashGuardLeft) widen(wakers *crashGuardWakers, free *crashGuardGoroutine) {
	if !free.onlyStandard() {
		test := l.test(free)
		wakers.all = wakers.all || test == ""
		wakers.tests[test] = true
		return
	}
	for i := range free.frames {
		if crashGuardStrings.HasSuffix(free.frames[i].function, "Listener).Accept") {
			return // all it does is start others
		}
	}
	for i := range free.frames {
		if frame := &free.frames[i]; !frame.ofLibrary() {
			wakers.packages[crashGuardPackage(frame.function)] = true
		}
	}
}

func (l *crashGuardLeft) reaches(wakers *crashGuardWakers, blocked *crashGuardGoroutine) bool {
	if wakers.all {
		return true
	}
	if len(wakers.tests) > 0 {
		if test := l.test(blocked); test == "" || wakers.tests[test] {
			return true
		}
	}
	if len(wakers.packages) == 0 {
		return false
	}
	for i := range blocked.frames {
		if wakers.packages[crashGuardPackage(blocked.frames[i].function)] {
			return true
		}
	}
	return wakers.packages[crashGuardPackage(blocked.started.function)]
}

// test is the test whose own code a goroutine runs or was started by, or the one that has started it; empty where that is not
// known. What a helper has started may serve several tests.
func (l *crashGuardLeft) test(g *crashGuardGoroutine) string {
	const longestLine = 20
	for steps := 0; g != nil && steps < longestLine; steps++ {
		for i := len(g.frames) - 1; i >= 0; i-- {
			if test := crashGuardTest(g.frames[i].function); test != "" {
				return test
			}
		}
		if test := crashGuardTest(g.started.function); test != "" {
			return test
		}
		g = l.parents[g.parent]
	}
	return ""
}

// crashGuardTest is TestA of example.com/a.TestA.func1.
func crashGuardTest(function string) string {
	name := function[len(crashGuardPackage(function)):]
	if name == "" {
		return ""
	}
	name = name[1:]
	if end := crashGuardStrings.IndexByte(name, '.'); end >= 0 {
		name = name[:end]
	}
	for _, kind := range [...]string{"Test", "Fuzz", "Example", "Benchmark"} {
		if crashGuardStrings.HasPrefix(name, kind) && (len(name) == len(kind) || name[len(kind)] < 'a' || name[len(kind)] > 'z') {
			return name
		}
	}
	return ""
}

// crashGuardPackage is the import path before a function's name.
func crashGuardPackage(function string) string {
	slash := crashGuardStrings.LastIndexByte(function, '/') + 1
	if dot := crashGuardStrings.IndexByte(function[slash:], '.'); dot >= 0 {
		return function[:slash+dot]
	}
	return function
}

func (g *crashGuardGoroutine) onlyStandard() bool {
	for i := range g.frames {
		if !g.frames[i].ofStandard() {
			return false
		}
	}
	return true
}

// ofStandard goes by the first part of the import path: none of the standard library has a dot in it. A module of that kind may
// have none either, so the part must be known too.
func (c *crashGuardCall) ofStandard() bool {
	if crashGuardStrings.HasSuffix(c.file, "_test.go") {
		return false
	}
	first := crashGuardPackage(c.function)
	if crashGuardStrings.HasPrefix(first, "golang.org/x/net/http2") {
		return true
	}
	if end := crashGuardStrings.IndexByte(first, '/'); end >= 0 {
		first = first[:end]
	}
	return crashGuardStandard[first]
}

// crashGuardStandard are the first parts of the packages that wait for something, or call what does.
var crashGuardStandard = map[string]bool{
	"bufio": true, "compress": true, "context": true, "crypto": true, "database": true, "encoding": true, "fmt": true,
	"internal": true, "io": true, "iter": true, "log": true, "maps": true, "mime": true, "net": true, "os": true, "reflect": true,
	"runtime": true, "slices": true, "sort": true, "sync": true, "syscall": true, "text": true, "time": true, "vendor": true,
}
