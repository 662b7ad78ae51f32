//go:build unix

package main

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestTheKeeperEndsWithTheCommandsCode(t *testing.T) {
	for _, row := range []struct {
		script string
		code   int
		signal string
	}{
		{"exit 0", 0, ""},
		{"exit 1", 1, ""},
		{"exit 255", 255, ""},
		{"kill -9 $$", 137, "SIGKILL"},
		{"kill -15 $$", 143, "SIGTERM"},
		{"ulimit -c 0; kill -11 $$", 139, "SIGSEGV"},
	} {
		t.Run(row.script, func(t *testing.T) {
			k := keepScript(t, row.script)
			code, record := k.end(t)
			if code != row.code {
				t.Errorf("code %d", code)
			}
			if record.Schema != 1 || record.Cancelled != "" || record.CancelledAt != nil || record.Swept != 0 || record.StartError != nil || record.MaxRssBytes < 256<<10 {
				t.Errorf("%+v", record)
			}
			if row.signal == "" {
				if record.Signal != nil || *record.ExitCode != row.code {
					t.Errorf("%+v", record)
				}
			} else if record.ExitCode != nil || *record.Signal != row.signal || *record.SignalNumber != row.code-128 {
				t.Errorf("%+v", record)
			}
		})
	}
}

func TestTheStartIsRecorded(t *testing.T) {
	k := keepScript(t, "echo pid $$; exec sleep 60")
	pid := k.pid(t)
	k.order(t, "SIGKILL")
	k.end(t)
	start := read[startRecord](t, k.dir, "go-start.json")
	if start.Schema != 1 || start.Pid != pid || start.KeeperPid != k.command.Process.Pid || strings.Join(start.Args, " ") != "sh -c echo pid $$; exec sleep 60" {
		t.Errorf("%+v", start)
	}
}

func TestTheCommandHasNoInputAndItsOwnGroup(t *testing.T) {
	k := keepScript(t, `test -z "$(cat)" && echo pid $$ && kill -TERM 0; sleep 60`)
	k.pid(t)
	// kill 0 reaches the group: not the keeper, which would not have ended by it, nor this test.
	if code, _ := k.end(t); code != 143 {
		t.Errorf("code %d", code)
	}
}

func TestACommandThatIsNotThere(t *testing.T) {
	code, record := keepCommand(t, nil, "/missing/go").end(t)
	if code != 125 || record.StartError == nil || record.ExitCode != nil || record.Signal != nil {
		t.Errorf("%d %+v", code, record)
	}
}

func TestWrongArguments(t *testing.T) {
	for _, args := range [][]string{{}, {"dir"}, {"dir", "--"}, {"dir", "sh", "-c"}} {
		command := exec.Command(keeperPath, args...)
		text, _ := command.CombinedOutput()
		if command.ProcessState.ExitCode() != 125 || !strings.Contains(string(text), "usage: keeper") {
			t.Errorf("%v: %s", args, text)
		}
	}
}

func TestAnOrderIsPassedOn(t *testing.T) {
	for _, row := range []struct{ order, trap string }{{"SIGINT", "INT"}, {"SIGTERM", "TERM"}} {
		k := keepScript(t, "trap 'exit 7' "+row.trap+"; echo pid $$; while :; do sleep 0.05; done")
		k.pid(t)
		k.order(t, row.order)
		code, record := k.end(t)
		if code != 7 || record.Cancelled != row.order || record.CancelledAt == nil || *record.ExitCode != 7 {
			t.Errorf("%s: %d %+v", row.order, code, record)
		}
	}
}

func TestACommandThatDoesNotObeyIsKilled(t *testing.T) {
	k := keepScript(t, "trap '' INT TERM; echo pid $$; while :; do sleep 0.05; done")
	k.pid(t)
	started := time.Now()
	k.order(t, "nonsense")
	k.order(t, "SIGTERM")
	code, record := k.end(t)
	if took := time.Since(started); took < 1900*time.Millisecond || took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if code != 137 || record.Cancelled != "SIGTERM" || *record.Signal != "SIGKILL" || record.Swept < 1 {
		t.Errorf("%d %+v", code, record)
	}
}

func TestAKillOrderDoesNotWait(t *testing.T) {
	k := keepScript(t, "trap '' INT TERM; echo pid $$; while :; do sleep 0.05; done")
	k.pid(t)
	started := time.Now()
	k.order(t, "SIGINT")
	k.order(t, "SIGKILL")
	code, record := k.end(t)
	if code != 137 || record.Cancelled != "SIGINT" || time.Since(started) >= defaultPatience().afterSignal {
		t.Errorf("%d %+v after %v", code, record, time.Since(started))
	}
}

func TestTheSupervisorIsGone(t *testing.T) {
	k := keepScript(t, "trap 'exit 7' TERM; echo pid $$; while :; do sleep 0.05; done")
	k.pid(t)
	k.orders.Close()
	if code, record := k.end(t); code != 7 || record.Cancelled != "supervisor-gone" || record.CancelledAt == nil {
		t.Errorf("%d %+v", code, record)
	}
}

func TestACancelledRunLeavesNothingBehind(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("a process that leaves its group is lost here")
	}
	for _, order := range []string{"SIGINT", "SIGTERM", "SIGKILL", "gone"} {
		t.Run(order, func(t *testing.T) {
			k := keepCommand(t, []string{"KEEPER_TEST_ROLE=escape"}, "sh", "-c", `"$0"; sleep 60`, os.Args[0])
			escaped := k.pid(t) // an orphan by now, in a session of its own
			if order == "gone" {
				k.orders.Close()
			} else {
				k.order(t, order)
			}
			_, record := k.end(t)
			if !gone(escaped) || record.Swept < 1 {
				t.Errorf("escaped is gone: %v, %+v", gone(escaped), record)
			}
		})
	}
}

func TestAKilledCommandLeavesNothingBehind(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("a process that leaves its group is lost here")
	}
	k := keepCommand(t, []string{"KEEPER_TEST_ROLE=escape and wait"}, "sh", "-c", `"$0" | { read -r line; echo "$line"; kill -9 $$; }`, os.Args[0])
	escaped := k.pid(t)
	code, record := k.end(t)
	if code != 137 || record.Cancelled != "" || record.Swept < 1 || !gone(escaped) {
		t.Errorf("%d %+v, escaped is gone: %v", code, record, gone(escaped))
	}
}

func TestOrphansOfACommandThatExitsAreLeftAlone(t *testing.T) {
	k := keepCommand(t, []string{"KEEPER_TEST_ROLE=escape"}, "sh", "-c", `"$0"; exit 3`, os.Args[0])
	orphan := k.pid(t)
	code, record := k.end(t)
	if code != 3 || record.Swept != 0 || gone(orphan) {
		t.Errorf("%d %+v, orphan is gone: %v", code, record, gone(orphan))
	}
}

func TestOrphansAreReaped(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("orphans do not come to the keeper here")
	}
	k := keepScript(t, "(sh -c 'echo pid $$; sleep 0.1' &); sleep 60")
	orphan := k.pid(t)
	eventually(t, "the orphan is reaped", func() bool { return syscall.Kill(orphan, 0) == syscall.ESRCH })
	k.order(t, "SIGKILL")
	k.end(t)
}

func TestTheKeeperSurvivesSignals(t *testing.T) {
	k := keepScript(t, "echo pid $$; sleep 0.5; exit 4")
	k.pid(t)
	for _, sent := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		_ = k.command.Process.Signal(sent)
	}
	if code, record := k.end(t); code != 4 || record.Cancelled != "" {
		t.Errorf("%d %+v", code, record)
	}
}

func TestTheCommandDiesWithAKilledKeeper(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs the parent death signal")
	}
	k := keepScript(t, "echo pid $$; exec sleep 60")
	pid := k.pid(t)
	_ = k.command.Process.Kill()
	_ = k.command.Wait()
	eventually(t, "the command ends", func() bool { return gone(pid) })
}

func TestTimeAndMemoryIncludeWhatTheCommandWaitedFor(t *testing.T) {
	k := keepScript(t, `sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; exit 0`)
	if _, record := k.end(t); record.UserCPUMs+record.SystemCPUMs < 20 || record.ElapsedMs < record.UserCPUMs/2 {
		t.Errorf("%+v", record)
	}
}
