package agent

import (
	"strings"
	"testing"
)

const listing = `goroutine 1 [running]:
main.main()
	/src/main.go:3 +0x1

goroutine 34 [chan receive (leaked), 2 minutes, locked to thread]:
example.com/a.(*Queue).wait(0xc000012228, {0x1, 0x2})
	/src/a/a.go:12 +0x1d
example.com/a.run(...)
	/src/a/a.go:20
created by example.com/a.start in goroutine 7
	/src/a/a.go:8 +0x5f

goroutine 35 gp=0xc0000061c0 m=nil mp=0xc000080008 [sync.Mutex.Lock]:
runtime.gopark(0x1?, 0x2?, 0x0?, 0x0?, 0x0?)
	/go/src/runtime/proc.go:424 +0xce fp=0xc000046e98 sp=0xc000046e78 pc=0x4725ce
sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)
	/go/src/runtime/sema.go:95 +0x25 fp=0xc000046ee8 sp=0xc000046e98 pc=0x4741a5
sync.(*Mutex).Lock(...)
	/go/src/sync/mutex.go:70
example.com/a.run.func1({0x1?, 0x0?})
	/src/a/a.go:21 +0x1d fp=0xc000046fe0 sp=0xc000046ee8 pc=0x4f1c7d
runtime.goexit({})
	/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000046fe8 sp=0xc000046fe0 pc=0x47a9e1
created by example.com/a.start
	/src/a/a.go:9 +0x5f

goroutine 36 [GC worker (idle)]:
runtime.gcBgMarkWorker(0xc000108000)
	/go/src/runtime/mgc.go:1412 +0xe9
created by runtime.gcBgMarkStartWorkers in goroutine 1
	/go/src/runtime/mgc.go:1328 +0x105
`

func TestAListingIsRead(t *testing.T) {
	listed, cut := crashGuardParseList([]byte(listing), false)
	if len(listed) != 3 || cut {
		t.Fatal(len(listed), cut)
	}
	first, second := listed[0], listed[1]
	if first.id != "34" || first.state != "chan receive" || !first.leaked || first.started.function != "example.com/a.start" || first.parent != "7" {
		t.Errorf("%+v", first)
	}
	if first.text != strings.Split(listing, "\n\n")[1] {
		t.Error(first.text)
	}
	if want := (crashGuardCall{"example.com/a.run", "/src/a/a.go", "20"}); len(first.frames) != 2 || first.frames[1] != want {
		t.Errorf("%+v", first.frames)
	}
	if second.id != "35" || second.state != "sync.Mutex.Lock" || second.leaked || second.parent != "" || second.waiter() != 3 {
		t.Errorf("%+v", second)
	}
	const normal = `goroutine 35 [sync.Mutex.Lock]:
sync.runtime_SemacquireMutex(0x0?, 0x0?, 0x0?)
	/go/src/runtime/sema.go:95 +0x25
sync.(*Mutex).Lock(...)
	/go/src/sync/mutex.go:70
example.com/a.run.func1({0x1?, 0x0?})
	/src/a/a.go:21 +0x1d
created by example.com/a.start
	/src/a/a.go:9 +0x5f`
	if second.text != normal {
		t.Errorf("%s", second.text)
	}
	if !listed[2].ofTesting() || second.ofTesting() {
		t.Error("the runtime's own goroutine is somebody else's")
	}
}

func TestACutListingLosesItsLastGoroutine(t *testing.T) {
	listed, cut := crashGuardParseList([]byte(listing[:len(listing)-40]), true)
	if len(listed) != 2 || !cut {
		t.Error(len(listed), cut)
	}
}

func TestAnyTextIsRead(t *testing.T) {
	for i := range listing {
		crashGuardParseList([]byte(listing[i:]), i%2 == 0)
		crashGuardParseList([]byte(listing[:i]), i%2 == 0)
		crashGuardParseList([]byte("goroutine 1 [running]:\n\n"+listing[i:]), false)
	}
}

func TestWhoIsLeft(t *testing.T) {
	for _, row := range []struct {
		name, text            string
		blocked, moving, free int
	}{
		{"of the tests", block1("9", "chan send", "example.com/a.f", "example.com/a.TestA", "8"), 1, 0, 0},
		{"there before", block1("5", "chan send", "example.com/a.f", "example.com/a.init.0", "1"), 0, 0, 0},
		{"started by one that was there before", block1("9", "chan send", "example.com/a.f", "example.com/a.init.0.func1", "5"), 0, 0, 0},
		{"started by its child", block1("9", "chan send", "example.com/a.f", "example.com/a.g", "10") + block1("10", "select", "example.com/a.f", "example.com/a.g", "5"), 0, 0, 0},
		{"started by the main goroutine", block1("9", "chan send", "example.com/a.f", "example.com/a.ExampleA", "1"), 1, 0, 0},
		{"waits for the network", block1("9", "IO wait", "internal/poll.runtime_pollWait", "example.com/a.TestA", "8"), 0, 0, 1},
		{"in a system call", block1("9", "syscall", "syscall.Syscall", "example.com/a.TestA", "8"), 0, 0, 1},
		{"helps to collect", block1("9", "GC assist wait", "example.com/a.f", "example.com/a.TestA", "8"), 0, 1, 1},
		{"runs", block1("9", "runnable", "example.com/a.f", "example.com/a.TestA", "8"), 0, 1, 1},
		{"begins a collection", block1("9", "semacquire", "time.Sleep", "example.com/a.TestA", "8"), 0, 1, 1},
		{"waits for others", block1("9", "semacquire", "sync.runtime_Semacquire", "example.com/a.TestA", "8"), 1, 0, 0},
		{"sleeps", block1("9", "sleep", "time.Sleep", "example.com/a.TestA", "8"), 0, 0, 1},
		{"of package testing", block1("9", "chan receive", "testing.(*T).Run", "testing.(*T).Run", "1"), 0, 0, 0},
		{"a test that waits", block1("9", "chan receive", "example.com/a.TestA", "testing.(*T).Run", "1"), 1, 0, 0},
		{"the agent's", block1("9", "chan receive", "example.com/a/.crash-guard/agent.(*crashGuardTimeline).tick", "time.goFunc", "1"), 0, 0, 0},
		{"an idle connection", block1("9", "select", "net/http.(*persistConn).writeLoop", "net/http.(*Transport).dialConn", "8"), 0, 0, 1},
		{"a handler below a connection", block1("9", "chan receive", "example.com/a.handle", "net/http.(*Server).Serve", "8"), 1, 0, 0},
		{"a select whose source is gone", block1("9", "select", "example.com/a.f", "example.com/a.TestA", "8"), 0, 0, 1},
		{"a select without cases", block1("9", "select (no cases)", "example.com/a.f", "example.com/a.TestA", "8"), 1, 0, 0},
		{"in a bubble", block1("9", "chan receive (durable), synctest bubble 4", "example.com/a.f", "example.com/a.TestA", "8"), 1, 0, 0},
	} {
		leaks := crashGuardLeaks{before: map[string]bool{"1": true, "5": true}, source: crashGuardNewSources()}
		listed, _ := crashGuardParseList([]byte("goroutine 1 [running]:\nmain.main()\n\n"+row.text), false)
		left := leaks.left(listed)
		if len(left.blocked) != row.blocked || left.moving != row.moving || len(left.free) != row.free {
			t.Errorf("%s: %d blocked, %d moving, %d free", row.name, len(left.blocked), left.moving, len(left.free))
		}
	}
}

func block1(id, state, function, creator, parent string) string {
	return "goroutine " + id + " [" + state + "]:\n" + function + "(0x1)\n\t/nowhere/a.go:1 +0x1\ncreated by " + creator +
		" in goroutine " + parent + "\n\t/nowhere/a.go:2 +0x1\n\n"
}
