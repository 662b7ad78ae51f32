package agent

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// roles are what this test binary does when it is started again, with the agent at work from init on.
var roles = map[string]func() int{
	"environment": func() int {
		for _, entry := range os.Environ() {
			if strings.HasPrefix(entry, "CRASH_GUARD") || strings.HasPrefix(entry, "GOTRACEBACK") {
				fmt.Println(entry)
			}
		}
		return 0
	},
	"end": func() int { return CrashGuardEnd(7) },
	"run": func() int {
		time.Sleep(time.Second)
		return CrashGuardEnd(0)
	},
	"panic": func() int { go panic("the last words"); select {} },
	"deadlock": func() int {
		select {}
	},
	"descriptors": func() int {
		file, err := os.Open(os.Args[0])
		if err != nil {
			return 1
		}
		fmt.Println(file.Fd())
		return 0
	},
	"nested": func() int {
		nested := exec.Command(os.Args[0])
		nested.Env = append(os.Environ(), crashGuardVariable+"="+os.Getenv("NESTED_ORDER"), "AGENT_TEST_ROLE=end")
		_ = nested.Run()
		return 0
	},
}

func TestMain(m *testing.M) {
	if role := os.Getenv("AGENT_TEST_ROLE"); role != "" {
		os.Exit(roles[role]())
	}
	os.Exit(m.Run())
}

type again struct {
	dir            string
	stdout, stderr string
	code           int
}

// runAgain starts this test binary in a role, with an order for the agent whose parent is this process.
func runAgain(t *testing.T, role string, args []string, environment ...string) again {
	t.Helper()
	dir := t.TempDir()
	limit, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	command := exec.CommandContext(limit, os.Args[0], args...)
	command.Env = append(os.Environ(), "AGENT_TEST_ROLE="+role, crashGuardVariable+"="+strconv.Itoa(os.Getpid())+":sample:"+dir)
	command.Env = append(command.Env, environment...)
	var stdout, stderr strings.Builder
	command.Stdout, command.Stderr = &stdout, &stderr
	_ = command.Run()
	return again{dir, stdout.String(), stderr.String(), command.ProcessState.ExitCode()}
}

func (a again) silent(t *testing.T) {
	t.Helper()
	if a.stdout != "" || a.stderr != "" {
		t.Fatalf("printed %q and %q", a.stdout, a.stderr)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestTheOrderIsTakenOutOfTheEnvironment(t *testing.T) {
	runAgain(t, "environment", nil).silent(t)
	runAgain(t, "environment", nil, crashGuardVariable+"=nonsense").silent(t)
}

func TestTheShimsTracebackIsTakenOutOfTheEnvironment(t *testing.T) {
	shims := crashGuardTracebackVariable + "=1"
	runAgain(t, "environment", nil, shims, "GOTRACEBACK=crash").silent(t)
	// Also in a process that the agent does not watch.
	runAgain(t, "environment", nil, shims, "GOTRACEBACK=crash", crashGuardVariable+"=nonsense").silent(t)
	if ran := runAgain(t, "environment", nil, "GOTRACEBACK=all"); ran.stdout != "GOTRACEBACK=all\n" {
		t.Error("the user's own is gone", ran)
	}
}

func TestEndKeepsTheCodeAndTakesTheLastSample(t *testing.T) {
	ran := runAgain(t, "end", nil)
	ran.silent(t)
	if ran.code != 7 {
		t.Fatalf("code = %d", ran.code)
	}
	if got := len(rows(t, filepath.Join(ran.dir, "timeline.csv"))); got != 2 {
		t.Fatalf("%d samples", got)
	}
}

func TestEndOfAnInactiveAgentKeepsTheCode(t *testing.T) {
	if got := CrashGuardEnd(3); got != 3 {
		t.Fatal(got)
	}
}

func TestSamplesAreTakenWhileTheTestsRun(t *testing.T) {
	ran := runAgain(t, "run", []string{"-test.timeout=10m0s"})
	ran.silent(t)
	found := rows(t, filepath.Join(ran.dir, "timeline.csv"))
	if len(found) < 4 {
		t.Fatalf("%d samples in a second", len(found))
	}
	for i := 1; i < len(found); i++ {
		if found[i][0] < found[i-1][0] {
			t.Fatalf("time runs backwards: %v", found)
		}
	}
}

func TestTheAgentIsInactive(t *testing.T) {
	for name, order := range map[string]string{
		"for another parent":   "1:sample:%s",
		"without a process id": "%s",
		"without a mode":       strconv.Itoa(os.Getpid()) + ":%s",
		"with a wrong one":     "x:sample:%s",
		"without a folder":     strconv.Itoa(os.Getpid()) + ":sample:",
		"in a missing folder":  strconv.Itoa(os.Getpid()) + ":sample:%s/missing",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			ran := runAgain(t, "end", nil, crashGuardVariable+"="+strings.Replace(order, "%s", dir, 1))
			ran.silent(t)
			if left, _ := os.ReadDir(dir); len(left) != 0 || ran.code != 7 {
				t.Fatalf("left %v, code %d", left, ran.code)
			}
		})
	}
}

func TestAQuietAgentTakesTheFirstAndTheLastSampleOnly(t *testing.T) {
	dir := t.TempDir()
	runAgain(t, "run", []string{"-test.timeout=10s"}, crashGuardVariable+"=0:quiet:"+dir)
	if got := len(rows(t, filepath.Join(dir, "timeline.csv"))); got != 2 {
		t.Fatalf("%d samples", got)
	}
}

func TestAnOrderForAnyParentIsTaken(t *testing.T) {
	dir := t.TempDir()
	runAgain(t, "end", nil, crashGuardVariable+"=0:sample:"+dir)
	if !exists(filepath.Join(dir, "timeline.csv")) {
		t.Fatal("inactive")
	}
}

func TestATestThatRunsItsBinaryAgainIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	runAgain(t, "nested", nil, "NESTED_ORDER="+strconv.Itoa(os.Getpid())+":sample:"+dir)
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Fatalf("left %v", left)
	}
}

func TestACrashIsWrittenDown(t *testing.T) {
	ran := runAgain(t, "panic", []string{"-test.timeout=10m0s"})
	if ran.code != 2 || !strings.Contains(ran.stderr, "panic: the last words") {
		t.Fatalf("code %d: %s", ran.code, ran.stderr)
	}
	text, err := os.ReadFile(filepath.Join(ran.dir, "crash.txt"))
	if !knowsCrashOutput() {
		return
	}
	if err != nil || !strings.Contains(string(text), "panic: the last words") || !strings.Contains(string(text), "main.main()") {
		t.Fatalf("%s, %v", text, err)
	}
}

func TestTheUsersTracebackSettingStays(t *testing.T) {
	ran := runAgain(t, "panic", nil, "GOTRACEBACK=none")
	if strings.Contains(ran.stderr, "main.main()") {
		t.Fatal(ran.stderr)
	}
}

// The runtime notices a deadlock only while no timer is armed, which is so when there is no deadline for the tests.
func TestADeadlockIsStillNoticedWithoutADeadline(t *testing.T) {
	if !noticesDeadlocks(t) {
		t.Skip("with cgo, which the race detector needs, the runtime does not look for deadlocks")
	}
	for _, args := range [][]string{nil, {"-test.timeout=0s"}, {"-test.timeout=0"}} {
		ran := runAgain(t, "deadlock", args)
		if !strings.Contains(ran.stderr, "all goroutines are asleep") {
			t.Fatalf("%v: %s", args, ran.stderr)
		}
	}
}

func TestLowDescriptorsStayFree(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("descriptor numbers cannot be chosen here")
	}
	with := runAgain(t, "descriptors", nil)
	without := runAgain(t, "descriptors", nil, crashGuardVariable+"=")
	if with.stdout == "" || with.stdout != without.stdout {
		t.Fatalf("the first free descriptor is %q with and %q without the agent", with.stdout, without.stdout)
	}
}

// noticesDeadlocks asks the runtime itself, without the agent.
func noticesDeadlocks(t *testing.T) bool {
	t.Helper()
	limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	command := exec.CommandContext(limit, os.Args[0])
	command.Env = append(os.Environ(), "AGENT_TEST_ROLE=deadlock", crashGuardVariable+"=")
	text, _ := command.CombinedOutput()
	return strings.Contains(string(text), "all goroutines are asleep")
}
