package agent

import crashGuardStrings "strings"

// crashGuardBlocked are the states out of which only another goroutine helps (waitReasonStrings in runtime/runtime2.go).
var crashGuardBlocked = map[string]bool{
	"chan receive":            true,
	"chan receive (nil chan)": true,
	"chan send":               true,
	"chan send (nil chan)":    true,
	"select":                  true,
	"select (no cases)":       true,
	"semacquire":              true,
	"sync.Cond.Wait":          true,
	"sync.Mutex.Lock":         true,
	"sync.RWMutex.Lock":       true,
	"sync.RWMutex.RLock":      true,
	"sync.WaitGroup.Wait":     true,
}

// crashGuardMoving are states that last for a moment: what comes next is not known yet.
var crashGuardMoving = map[string]bool{
	"runnable":  true,
	"running":   true,
	"waiting":   true,
	"preempted": true,
	"copystack": true,
	// In the middle of an allocation, or of something that stops all others.
	"GC assist marking":      true,
	"GC assist wait":         true,
	"GC weak to strong wait": true,
	"garbage collection":     true,
	"stopping the world":     true,
	"wait for GC cycle":      true,
}

// crashGuardByDesign are functions of the standard library that wait for something other than the tests to do: name by how it
// begins, and what ends the wait.
var crashGuardByDesign = [...]struct{ function, because string }{
	{"net/http.(*persistConn).readLoop", "an idle connection, which the Transport closes when it is idle for long"},
	{"net/http.(*persistConn).writeLoop", "an idle connection, which the Transport closes when it is idle for long"},
	{"net/http.(*Transport).", "a connection being made, which a time limit ends"},
	{"net/http.setRequestCancel.", "the time limit of a request"},
	{"net/http.(*http2serverConn).", "a connection that the client may still use"},
	{"net/http.(*http2ClientConn).", "a connection that a later request may use"},
	{"net/http.(*http2Transport).", "a connection being made"},
	{"net/http/internal/http2.(*serverConn).", "a connection that the client may still use"},
	{"net/http/internal/http2.(*ClientConn).", "a connection that a later request may use"},
	{"net/http/internal/http2.(*Transport).", "a connection being made"},
	{"golang.org/x/net/http2.(*serverConn).", "a connection that the client may still use"},
	{"golang.org/x/net/http2.(*ClientConn).", "a connection that a later request may use"},
	{"golang.org/x/net/http2.(*Transport).", "a connection being made"},
	{"database/sql.(*DB).connection", "it opens and cleans connections as long as the pool is there"},
	{"crypto/tls.(*Conn).handshakeContext.", "a handshake, which ends with its connection"},
	{"net.(*Resolver).", "a name that the system is asked for"},
	{"net.(*netFD).", "a connection that the system is asked for"},
	{"net.doBlockingWithCtx", "a name that the system is asked for"},
	{"internal/singleflight.", "a name that the system is asked for"},
	{"os/exec.(*Cmd).", "a program that still runs, or its time limit"},
	{"os/signal.", "signals from outside"},
	{"runtime/", "the runtime's own: tracing, profiles"},
	{"testing.", "package testing's own"},
	{"internal/fuzz.", "package testing's own"},
}

// crashGuardLeft are the goroutines that outlive the tests.
type crashGuardLeft struct {
	blocked []*crashGuardGoroutine
	free    []*crashGuardGoroutine // those that may go on by themselves, or because of something outside, and wake others then
	moving  int                    // those that are on their way to something
	shared  bool                   // one of these works for all tests
	parents map[string]*crashGuardGoroutine

	unsettled int // those of the moving that the tests have left behind
}

func (l *crashGuardLeaks) left(listed []crashGuardGoroutine) *crashGuardLeft {
	left := crashGuardLeft{parents: make(map[string]*crashGuardGoroutine, len(listed))}
	background := l.background(listed)
	for i := range listed {
		goroutine := &listed[i]
		if goroutine.ofTesting() {
			continue
		}
		left.parents[goroutine.id] = goroutine
		moving := crashGuardMoving[goroutine.state] || goroutine.meetsCollection()
		if moving {
			left.moving++
		}
		switch {
		case l.before[goroutine.id] || background[goroutine.id]:
			if moving {
				left.shared = true
			}
		case moving || len(goroutine.frames) == 0 || !crashGuardBlocked[goroutine.state] || goroutine.byDesign() || l.source.timed(goroutine):
			left.free = append(left.free, goroutine)
			if moving {
				left.unsettled++
			}
		default:
			left.blocked = append(left.blocked, goroutine)
		}
	}
	return &left
}

// leaked are the goroutines that the runtime has marked.
func (l *crashGuardLeaks) leaked(listed []crashGuardGoroutine) (leaked []*crashGuardGoroutine) {
	for i := range listed {
		goroutine := &listed[i]
		if goroutine.leaked && !l.before[goroutine.id] && !goroutine.ofTesting() {
			leaked = append(leaked, goroutine)
		}
	}
	return leaked
}

// background are goroutines that descend from one that was there before the tests and is not the main one: they work for
// whatever the package has had running since its start.
func (l *crashGuardLeaks) background(listed []crashGuardGoroutine) map[string]bool {
	parents := make(map[string]string, len(listed))
	for i := range listed {
		parents[listed[i].id] = listed[i].parent
	}
	background := map[string]bool{}
	for i := range listed {
		var line []string
		id, found := listed[i].id, false
		for {
			known, seen := background[id]
			parent, ok := parents[id]
			if seen || !ok || len(line) > len(listed) {
				found = known
				break
			}
			line = append(line, id)
			if l.before[parent] {
				found = parent != "1"
				break
			}
			id = parent
		}
		for _, id := range line {
			background[id] = found
		}
	}
	return background
}

// ofTesting tells the goroutines that package testing or the agent keeps for itself.
func (g *crashGuardGoroutine) ofTesting() bool {
	library := true
	for _, frame := range g.frames {
		if crashGuardStrings.Contains(frame.function, "crashGuard") {
			return true
		}
		library = library && (frame.ofLibrary() || crashGuardStrings.HasPrefix(frame.function, "testing."))
	}
	// Nobody else's function is in it, nor has anybody else started it.
	return library && (g.started.function == "" || crashGuardOfRuntime(g.started.function) ||
		crashGuardStrings.HasPrefix(g.started.function, "testing."))
}

// meetsCollection tells those that wait for a semaphore of the runtime itself, most often to begin a collection in the middle of an
// allocation: a list of goroutines holds it. What package sync and internal/poll wait for shows their functions.
func (g *crashGuardGoroutine) meetsCollection() bool {
	if g.state != "semacquire" {
		return false
	}
	for i := range g.frames {
		if crashGuardStrings.Contains(g.frames[i].function, ".runtime_Semacquire") {
			return false
		}
	}
	return true
}

// byDesign goes by the function that waits, so that a handler which hangs below a server's connection is not taken for it.
func (g *crashGuardGoroutine) byDesign() bool {
	function := g.frames[g.waiter()].function
	for _, row := range crashGuardByDesign {
		if crashGuardStrings.HasPrefix(function, row.function) {
			return true
		}
	}
	return false
}

// waiter is the index of the frame that waits, by means of the runtime and package sync.
func (g *crashGuardGoroutine) waiter() int {
	for i := range g.frames {
		if !g.frames[i].ofLibrary() {
			return i
		}
	}
	return len(g.frames) - 1
}

func (c *crashGuardCall) ofLibrary() bool {
	return crashGuardOfRuntime(c.function) || crashGuardStrings.HasPrefix(c.function, "sync.") ||
		crashGuardStrings.HasPrefix(c.function, "internal/sync.")
}
