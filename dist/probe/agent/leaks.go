package agent

import (
	crashGuardIO "io"
	crashGuardOS "os"
	crashGuardRuntime "runtime"
	crashGuardStrings "strings"
	crashGuardTime "time"
)

// crashGuardLeaks looks for goroutines that outlive the tests.
type crashGuardLeaks struct {
	dir    string
	conf   crashGuardConf
	before map[string]bool // goroutines that were there before the tests; nil as long as no test has begun
	ended  bool            // the tests have
	looked bool
	source *crashGuardSources
	list   crashGuardListing
}

const (
	// A goroutine that is about to do something gets the processor so many times, and then two naps. The process must not live
	// longer than it would by itself: what the tests have left behind may still log, panic or leave in the meantime.
	crashGuardYields = 100
	crashGuardNaps   = 2
	crashGuardNap    = crashGuardTime.Millisecond
)

// crashGuardLooking is nil where nobody wants leaks to be looked for.
var crashGuardLooking *crashGuardLeaks

// CrashGuardBegin notes which goroutines are there before the tests. Nothing else is to run between it and testing.M.Run.
func CrashGuardBegin() {
	if leaks := crashGuardLooking; leaks != nil && leaks.before == nil {
		leaks.quietly(leaks.begin)
	}
}

// CrashGuardLook writes down the goroutines that the tests have left behind, and returns code as it is. It must be called from the
// goroutine that called testing.M.Run. prove has the runtime mark those that nothing can wake any more, and returns false where it
// cannot; the one who calls brings it along, because this package must not import runtime/pprof (see crashGuardProfile).
func CrashGuardLook(code int, prove func(crashGuardIO.Writer) bool) int {
	if crashGuardRunning != nil {
		crashGuardRunning.parting()
	}
	if leaks := crashGuardLooking; leaks != nil && leaks.ended && !leaks.looked && !crashGuardPanicking() {
		leaks.looked = true
		leaks.quietly(func() { leaks.write(leaks.look(prove)) })
	}
	return code
}

// quietly does what must not end the process, whatever a stack looks like.
func (l *crashGuardLeaks) quietly(act func()) {
	defer func() { _ = recover() }()
	act()
}

func (l *crashGuardLeaks) begin() {
	count := crashGuardRuntime.NumGoroutine()
	if count > crashGuardListable {
		return
	}
	before := map[string]bool{"1": true}
	if count > 1 {
		var list crashGuardListing // not kept while the tests run
		listed, cut := list.take(count, crashGuardListMost)
		if cut {
			return // the others would be taken for the tests'
		}
		for i := range listed {
			before[listed[i].id] = true
		}
	}
	l.before = before
}

// look waits for nothing that takes longer than a moment, and not at all where no goroutine is on its way. Without a proof it counts
// only what no goroutine that is left can wake.
func (l *crashGuardLeaks) look(prove func(crashGuardIO.Writer) bool) crashGuardFound {
	provable := crashGuardCanProve(prove)
	count := crashGuardRuntime.NumGoroutine()
	if len(l.before) == 1 && count == 1 {
		return crashGuardFound{proof: provable}
	}
	room := l.room()
	fresh := count - len(l.before) // or more: some of those before may be gone
	if fresh < 0 {
		fresh = 0
	}
	if room.listBytes == 0 || count > crashGuardListable {
		return crashGuardFound{provable, true, fresh, nil}
	}
	if fresh > crashGuardListOnce {
		crashGuardYield(0)
		crashGuardYield(1)
	}
	if provable && fresh > crashGuardListOnce {
		// There is time for one list.
		if room.quick && prove(crashGuardNowhere{}) {
			return l.proven(room)
		}
		return crashGuardFound{false, true, fresh, nil}
	}
	rest := crashGuardBeginRest()
	for naps := 0; ; naps++ {
		listed, cut := l.list.take(count, room.listBytes)
		if crashGuardTooDeep(listed) {
			return crashGuardFound{false, true, fresh, nil}
		}
		left := l.left(listed)
		// Of very many, one that was taken off its processor in the middle of a step gets a second chance, and no third.
		last := fresh > crashGuardListOnce && naps > 0 || naps > crashGuardNaps && rest.over()
		switch {
		case left.moving > 0 && !last:
			crashGuardYield(naps)
			continue
		case cut:
			return crashGuardFound{false, true, len(left.blocked), nil} // one that is not listed may wake them
		case len(left.blocked) == 0:
			return crashGuardFound{provable, left.unsettled > 0, left.unsettled, nil}
		case provable && (room.quick || len(left.free) == 0 && room.steady) && prove(crashGuardNowhere{}):
			return l.proven(room)
		case provable:
			// What is not proven must not come and go with the size of the heap.
			return crashGuardFound{false, true, len(left.blocked), nil}
		}
		stuck := left.stuck()
		outlived := len(left.blocked) + left.unsettled
		return crashGuardFound{false, len(stuck) < outlived, outlived, stuck}
	}
}

// proven lists what the runtime has just marked.
func (l *crashGuardLeaks) proven(room crashGuardLeaksRoom) crashGuardFound {
	listed, cut := l.list.take(crashGuardRuntime.NumGoroutine(), room.listBytes)
	leaked := l.leaked(listed)
	return crashGuardFound{true, cut, len(leaked), leaked}
}

func crashGuardYield(naps int) {
	if naps > 0 {
		crashGuardTime.Sleep(crashGuardNap)
		return
	}
	// Where one does not let go of the processor, every turn takes 10 ms.
	for began, i := crashGuardTime.Now(), 0; i < crashGuardYields && crashGuardTime.Since(began) < crashGuardNap; i++ {
		crashGuardRuntime.Gosched()
	}
}

// crashGuardCanProve asks without the collection that a proof takes.
func crashGuardCanProve(prove func(crashGuardIO.Writer) bool) bool {
	return prove != nil && prove(nil)
}

// crashGuardPanicking reports whether a deferred call runs because of a panic, or of runtime.Goexit: the process is about to die.
func crashGuardPanicking() bool {
	var pcs [64]uintptr
	frames := crashGuardRuntime.CallersFrames(pcs[:crashGuardRuntime.Callers(1, pcs[:])])
	for more := true; more; {
		var frame crashGuardRuntime.Frame
		frame, more = frames.Next()
		if frame.Function == "runtime.gopanic" || frame.Function == "runtime.Goexit" {
			return true
		}
	}
	return false
}

// crashGuardFuzzing tells a process that fuzzes, or works for one that does: many of them share a folder, and are killed.
func crashGuardFuzzing(args []string) bool {
	for _, arg := range args {
		if crashGuardStrings.HasPrefix(arg, "--") {
			arg = arg[1:]
		}
		if crashGuardStrings.HasPrefix(arg, "-test.fuzz=") && arg != "-test.fuzz=" ||
			crashGuardStrings.HasPrefix(arg, "-test.fuzzworker") {
			return true
		}
	}
	return false
}

func crashGuardNewLeaks(conf crashGuardConf, dir string) *crashGuardLeaks {
	if !conf.leaks || crashGuardFuzzing(crashGuardOS.Args) {
		return nil
	}
	return &crashGuardLeaks{dir: dir, conf: conf, source: crashGuardNewSources()}
}

// crashGuardNowhere takes the profile that comes along with a proof.
type crashGuardNowhere struct{}

func (crashGuardNowhere) Write(text []byte) (int, error) { return len(text), nil }
