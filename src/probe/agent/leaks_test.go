package agent

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
)

func prove(to io.Writer) bool {
	profile := pprof.Lookup("goroutineleak")
	return profile != nil && (to == nil || profile.WriteTo(to, 0) == nil)
}

// around does what the injected file does, with somebody's tests.
func around(tests func()) int {
	CrashGuardBegin()
	tests()
	return CrashGuardLook(CrashGuardEnd(3), prove)
}

func block(gate chan int) { <-gate }

func wait(gate chan int) { go block(gate) }

func init() {
	for role, run := range map[string]func() int{
		"leaks clean": func() int { return around(func() {}) },
		"leaks one":   func() int { return around(func() { wait(make(chan int)) }) },
		"leaks many": func() int {
			return around(func() {
				for i := 0; i < 2500; i++ {
					wait(make(chan int))
				}
			})
		},
		"leaks too many": func() int {
			return around(func() {
				for i := 0; i < crashGuardListable; i++ {
					wait(make(chan int))
				}
			})
		},
		"leaks a straggler": func() int {
			return around(func() {
				wait(make(chan int))
				go func() {
					time.Sleep(300 * time.Millisecond)
					os.Exit(9)
				}()
			})
		},
		"leaks a spinner": func() int {
			return around(func() {
				go func() {
					for {
						runtime.Gosched()
					}
				}()
			})
		},
		"leaks before": func() int {
			wait(make(chan int))
			return around(func() {})
		},
		"leaks without begin": func() int {
			wait(make(chan int))
			return CrashGuardLook(CrashGuardEnd(3), prove)
		},
		"leaks twice": func() int {
			defer wait(make(chan int))
			around(func() {})
			return around(func() { wait(make(chan int)) })
		},
		"leaks cannot prove": func() int {
			CrashGuardBegin()
			wait(make(chan int))
			return CrashGuardLook(CrashGuardEnd(3), func(io.Writer) bool { return false })
		},
		"leaks nobody to prove": func() int {
			CrashGuardBegin()
			wait(make(chan int))
			return CrashGuardLook(CrashGuardEnd(3), nil)
		},
		"leaks panic": func() int {
			defer CrashGuardLook(0, prove)
			CrashGuardBegin()
			CrashGuardEnd(0)
			panic("in the take-down")
		},
	} {
		roles[role] = run
	}
}

// lookBack runs a role with leaks looked for, and returns leaks.txt: its first lines, and the goroutines.
func lookBack(t *testing.T, role string, args []string, environment ...string) (ran again, head string, stacks []string) {
	t.Helper()
	return lookBackUnder(t, "", role, args, environment...)
}

func lookBackUnder(t *testing.T, conf, role string, args []string, environment ...string) (ran again, head string, stacks []string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "agent.conf"), []byte("leaks 1\n"+conf), 0o644); err != nil {
		t.Fatal(err)
	}
	ran = runAgain(t, role, args, append(environment, crashGuardVariable+"=0:sample:"+dir)...)
	ran.dir = dir
	text, err := os.ReadFile(filepath.Join(dir, "leaks.txt"))
	if err != nil {
		return ran, "", nil
	}
	parts := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n\n")
	if !strings.HasSuffix(string(text), "\n") {
		t.Errorf("no line break at the end: %q", text)
	}
	return ran, strings.TrimSpace(parts[0]), parts[1:]
}

func proof() string {
	if prove(nil) {
		return "1"
	}
	return "0"
}

func TestNothingLeftOverIsAFact(t *testing.T) {
	for _, role := range []string{"leaks clean", "leaks ends", "leaks before"} {
		ran, head, stacks := lookBack(t, role, nil)
		ran.silent(t)
		if want := "crash-guard-leaks 1\nproof " + proof() + "\ncut 0\ntotal 0"; head != want || len(stacks) != 0 || ran.code != 3 {
			t.Errorf("%s: code %d, %q, %q", role, ran.code, head, stacks)
		}
	}
}

func TestALeakIsWrittenDown(t *testing.T) {
	for role, proof := range map[string]string{"leaks one": proof(), "leaks cannot prove": "0", "leaks nobody to prove": "0"} {
		ran, head, stacks := lookBack(t, role, nil)
		ran.silent(t)
		if want := "crash-guard-leaks 1\nproof " + proof + "\ncut 0\ntotal 1"; head != want || len(stacks) != 1 || ran.code != 3 {
			t.Fatalf("%s: code %d, %q, %q", role, ran.code, head, stacks)
		}
		if text := stacks[0]; !strings.HasPrefix(text, "goroutine ") || !strings.Contains(text, "agent.block(") || !strings.Contains(text, "\ncreated by ") {
			t.Errorf("%s: %s", role, text)
		}
	}
}

// With a core dump in view the runtime prints its own frames too.
func TestALeakLooksTheSameUnderAnyTraceback(t *testing.T) {
	functions := func(environment ...string) string {
		_, _, stacks := lookBack(t, "leaks one", nil, environment...)
		if len(stacks) != 1 {
			t.Fatalf("%v: %q", environment, stacks)
		}
		var names []string
		for _, line := range strings.Split(stacks[0], "\n") {
			if at := strings.IndexByte(line, '('); !strings.HasPrefix(line, "\t") && at > 0 {
				line = line[:at]
			}
			if strings.Contains(line, "fp=0x") || strings.Contains(line, "gp=0x") {
				t.Error(line)
			}
			names = append(names, line)
		}
		return strings.Join(names[1:], "; ")
	}
	plain := functions()
	for _, level := range []string{"single", "system", "crash"} {
		if got := functions("GOTRACEBACK=" + level); len(strings.Split(got, "; ")) != len(strings.Split(plain, "; ")) {
			t.Errorf("%s: %s, not %s", level, got, plain)
		}
	}
}

func TestManyLeaksAreCounted(t *testing.T) {
	_, head, stacks := lookBack(t, "leaks many", nil)
	if want := "crash-guard-leaks 1\nproof " + proof() + "\ncut 1\ntotal 2500"; head != want || len(stacks) != crashGuardLeaksMost {
		t.Fatalf("%q, %d stacks", head, len(stacks))
	}
}

func TestNobodyLooksCloselyWhereRoomIsShort(t *testing.T) {
	const few, none = "cut 1\ntotal 1", "cut 1\ntotal 3000"
	for name, row := range map[string]struct{ role, conf, environment, want string }{
		"a ceiling":      {"leaks one", "ceiling 20000000\n", "A=1", few},
		"a memory limit": {"leaks one", "", "GOMEMLIMIT=20MiB", few},
		"too many":       {"leaks too many", "", "GOGC=off", none},
	} {
		ran, head, stacks := lookBackUnder(t, row.conf, row.role, nil, row.environment)
		ran.silent(t)
		if !strings.HasSuffix(head, row.want) || len(stacks) != 0 || ran.code != 3 {
			t.Errorf("%s: code %d, %q, %d stacks", name, ran.code, head, len(stacks))
		}
	}
	if _, head, stacks := lookBackUnder(t, "ceiling 2000000000\n", "leaks one", nil, "GOMEMLIMIT=1GiB"); len(stacks) != 1 {
		t.Errorf("there was room: %q", head)
	}
}

func TestWhatMayStillBeWokenIsCountedAndNotListed(t *testing.T) {
	want := "crash-guard-leaks 1\nproof 0\ncut 1\ntotal 1"
	if prove(nil) {
		want = "crash-guard-leaks 1\nproof 1\ncut 0\ntotal 0"
	}
	if ran, head, stacks := lookBack(t, "leaks may be woken", nil); head != want || len(stacks) != 0 || ran.code != 3 {
		t.Errorf("code %d, %q, %q", ran.code, head, stacks)
	}
}

// A collection takes its time, and the one that sleeps may do harm in it.
func TestAProofThatTakesLongIsLeftOut(t *testing.T) {
	ran, head, stacks := lookBack(t, "leaks beside a heap", nil)
	want, listed := "crash-guard-leaks 1\nproof 0\ncut 0\ntotal 1", 1
	if prove(nil) {
		want, listed = "crash-guard-leaks 1\nproof 0\ncut 1\ntotal 1", 0
	}
	if head != want || len(stacks) != listed || ran.code != 3 {
		t.Errorf("code %d, %q, %q", ran.code, head, stacks)
	}
}

// Where it will come to rest, and whether, is not known.
func TestWhatGoesOnIsCountedAndNotListed(t *testing.T) {
	ran, head, stacks := lookBack(t, "leaks a spinner", nil)
	want := "crash-guard-leaks 1\nproof " + proof() + "\ncut 1\ntotal 1"
	if head != want || len(stacks) != 0 || ran.code != 3 {
		t.Errorf("code %d, %q, %q", ran.code, head, stacks)
	}
}

// In plain go test the process is gone long before.
func TestNobodyWaitsForAStraggler(t *testing.T) {
	if ran, head, _ := lookBack(t, "leaks a straggler", nil); ran.code != 3 || head == "" {
		t.Errorf("code %d, %q", ran.code, head)
	}
}

func TestOnlyTheFirstEndIsLookedAt(t *testing.T) {
	if _, head, _ := lookBack(t, "leaks twice", nil); !strings.HasSuffix(head, "total 0") {
		t.Fatal(head)
	}
}

func TestNobodyLooks(t *testing.T) {
	for name, found := range map[string]func() (again, string, []string){
		"in a fuzz worker":            func() (again, string, []string) { return lookBack(t, "leaks one", []string{"-test.fuzzworker"}) },
		"while fuzzing":               func() (again, string, []string) { return lookBack(t, "leaks one", []string{"-test.fuzz=^FuzzA$"}) },
		"where the beginning is gone": func() (again, string, []string) { return lookBack(t, "leaks without begin", nil) },
		"while it panics":             func() (again, string, []string) { return lookBack(t, "leaks panic", nil) },
		"in another's child": func() (again, string, []string) {
			return lookBack(t, "nested", nil, "NESTED_ORDER=1:sample:/nowhere")
		},
	} {
		if _, head, _ := found(); head != "" {
			t.Errorf("%s: %s", name, head)
		}
	}
	if ran := runAgain(t, "leaks one", nil); exists(filepath.Join(ran.dir, "leaks.txt")) || ran.code != 3 {
		t.Error("nobody had asked for it")
	}
	if got := CrashGuardLook(7, prove); got != 7 {
		t.Error(got)
	}
}

func TestAPackageWithoutLeaksPaysNothing(t *testing.T) {
	leaks := crashGuardLeaks{source: crashGuardNewSources(), before: map[string]bool{"1": true}}
	for runtime.NumGoroutine() > 2 { // this one, and the one that runs the tests
		runtime.Gosched()
	}
	asked := 0
	began := time.Now()
	found := leaks.look(func(to io.Writer) bool {
		asked++
		if to != nil {
			t.Error("a collection, for nothing")
		}
		return true
	})
	if len(found.goroutines) != 0 || !found.proof || asked != 1 || time.Since(began) > 10*time.Second {
		t.Error(found, asked)
	}
}
