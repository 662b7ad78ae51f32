package agent

import (
	"testing"
	"time"
)

func init() {
	roles["leaks may be woken"] = func() int {
		return around(func() {
			gate := make(chan int)
			go stayBlocked(gate)
			go func() {
				time.Sleep(time.Hour)
				close(gate)
			}()
		})
	}
	roles["leaks beside a heap"] = func() int {
		return around(func() {
			kept = make([]byte, 2*crashGuardQuickHeap)
			go stayBlocked(make(chan int))
			go time.Sleep(time.Hour)
		})
	}
}

var kept []byte

func stayBlocked(gate chan int) { <-gate }

func TestWhoMayWakeWhom(t *testing.T) {
	const (
		test    = "example.com/a.TestA"
		closure = "example.com/a.TestA.func1"
		helper  = "example.com/a.start"
		blocked = "example.com/a.block"
	)
	a := block1("9", "chan send", blocked, test, "8")
	for _, row := range []struct {
		name, text string
		stuck      int
	}{
		{"alone", a, 1},
		{"two that are blocked", a + block1("10", "chan receive", closure, test, "8"), 2},
		{"one of the same test sleeps", a + block1("10", "sleep", closure, test, "8"), 0},
		{"one of another test sleeps", a + block1("10", "sleep", "example.com/a.TestB.func1", "example.com/a.TestB", "7"), 1},
		{"one of nobody knows which test sleeps", a + block1("10", "sleep", "example.com/a.loop", helper, "7"), 0},
		{"the test of the blocked one is not known", block1("9", "chan send", blocked, helper, "8") +
			block1("10", "sleep", "example.com/a.TestB.func1", "example.com/a.TestB", "7"), 0},
		{"its parent tells the test", block1("9", "chan send", blocked, helper, "11") +
			block1("11", "chan send", blocked, test, "8") +
			block1("10", "sleep", "example.com/a.TestB.func1", "example.com/a.TestB", "7"), 2},
		{"one reads from the network", a + block1("10", "IO wait", "internal/poll.runtime_pollWait", test, "8"), 1},
		{"one that the package had before runs", a + block1("5", "runnable", "example.com/a.TestB.func1", "example.com/a.init.0", "1"), 0},
		{"one that the package had before sleeps", a + block1("5", "sleep", "example.com/a.loop", "example.com/a.init.0", "1"), 1},
		{"an idle connection", a + block1("10", "select", "net/http.(*persistConn).writeLoop", "net/http.(*Transport).dialConn", "8"), 1},
		{"who waits for an answer, and a connection", block1("9", "chan receive", "net/http.(*Client).wait", test, "8") +
			block1("10", "IO wait", "net/http.(*persistConn).readLoop", "net/http.(*Transport).dialConn", "7"), 0},
		{"a listener", block1("9", "chan receive", "net/http.(*Client).wait", test, "8") +
			block1("10", "IO wait", "net.(*TCPListener).Accept", "net/http/httptest.(*Server).goServe", "7"), 1},
		{"a timer of a select that cannot be read", a + block1("10", "select", closure, test, "8"), 0},
	} {
		leaks := crashGuardLeaks{before: map[string]bool{"1": true, "5": true}, source: crashGuardNewSources()}
		listed, _ := crashGuardParseList([]byte("goroutine 1 [running]:\nmain.main()\n\n"+row.text), false)
		if stuck := leaks.left(listed).stuck(); len(stuck) != row.stuck {
			t.Errorf("%s: %d", row.name, len(stuck))
		}
	}
}

func TestTheTestInAFunctionsName(t *testing.T) {
	for function, want := range map[string]string{
		"example.com/a.TestA":              "TestA",
		"example.com/a_test.FuzzA.func1.2": "FuzzA",
		"example.com/dotted%2ev2.ExampleA": "ExampleA",
		"a.Benchmark_b":                    "Benchmark_b",
		"example.com/a.Testing":            "",
		"example.com/a.(*Suite).TestA":     "",
		"example.com/a.helper.TestA":       "",
		"example.com/TestA.start":          "",
		"":                                 "",
		"...12 frames elided...":           "",
		"example.com/a.":                   "",
		"example.com/a":                    "",
	} {
		if got := crashGuardTest(function); got != want {
			t.Errorf("%s: %q", function, got)
		}
	}
}
