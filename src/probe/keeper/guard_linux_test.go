package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"go-crash-guard/probe/internal/cgroup"
)

const mebibyte = 1 << 20

// needGroups skips a test where this user can make no control groups, and says why.
func needGroups(t *testing.T) {
	t.Helper()
	e, err := enclose(64 * mebibyte)
	if err != nil {
		t.Skipf("SKIPPED, needs the right to make control groups: %v", err)
	}
	if problems := e.remove(); problems != nil {
		t.Fatal(problems)
	}
}

func ceiling(mebibytes int, tiers string) []string {
	return []string{"-ceiling", strconv.Itoa(mebibytes * mebibyte), "-tiers", tiers}
}

// guardedScript runs sh with $0 being this binary, which plays a role where KEEPER_TEST_ROLE is set.
func guardedScript(t *testing.T, how keeping, script string) *kept {
	t.Helper()
	return keepWith(t, how, "sh", "-c", script, os.Args[0])
}

// lines reads all output.
func (k *kept) lines() string {
	var all strings.Builder
	for k.output.Scan() {
		fmt.Fprintln(&all, k.output.Text())
	}
	return all.String()
}

func guardOf(t *testing.T, k *kept) guardRecord {
	t.Helper()
	found := read[guardRecord](t, k.dir, "guard.json")
	if found.Schema != 1 || found.CreatedAt == "" || found.Tried == nil || found.CeilingBytes == nil {
		t.Errorf("%+v", found)
	}
	return found
}

func mustBeGone(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(dir); dir == "" || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%q is still there: %v", dir, err)
	}
}

func TestAHogDiesAtTheCeiling(t *testing.T) {
	needGroups(t)
	k := guardedScript(t, keeping{flags: ceiling(64, "cgroup")},
		`cat /proc/$PPID/cgroup | sed 's/^/keeper /'; cat /proc/self/cgroup | sed 's/^/tool /'; KEEPER_TEST_ROLE="hog 300" "$0" & wait $!; echo hog $? process $!; exit 3`)
	output := k.lines()
	code, end := k.end(t)
	if code != 3 || !strings.Contains(output, "hog 137") {
		t.Fatalf("%d %s", code, output)
	}
	made := guardOf(t, k)
	if made.Tier != tierCgroup || *made.CeilingBytes != 64*mebibyte || len(made.Tried) != 0 || made.Scope != "" || *made.CgroupVersion < 1 {
		t.Errorf("%+v", made)
	}
	if name := filepath.Base(made.MemoryDir); !groupName.MatchString(name) || !strings.Contains(output, name+"/go\n") {
		t.Errorf("%s is not in %s", name, output)
	}
	for _, line := range strings.Split(output, "\n") {
		if strings.HasPrefix(line, "keeper ") && strings.Contains(line, filepath.Base(made.MemoryDir)) {
			t.Errorf("the keeper is below the ceiling: %s", line)
		}
	}
	mustBeGone(t, made.MemoryDir)

	g := end.Guard
	if g == nil || g.Vanished || len(g.Before) < 3 || len(g.After) != len(g.Before) || len(g.Problems) != 0 || !g.kills() {
		t.Fatalf("%+v", g)
	}
	inside, limit := g.After[0], g.After[1]
	if *g.Before[0].OomKill != 0 || *inside.OomKill != 1 || *inside.OomKillLocal != 1 || !strings.HasSuffix(inside.Path, "/go") {
		t.Errorf("%+v", inside)
	}
	if *inside.LimitBytes != 64*mebibyte || *inside.PeakBytes < 60*mebibyte || *limit.LimitBytes != 64*mebibyte+toolHeadroom {
		t.Errorf("%+v %+v", inside, limit)
	}
	if !g.VmstatOomKill.grew() {
		t.Errorf("%+v", g.VmstatOomKill)
	}
	if g.KernelLog == nil {
		t.Error("the kernel log was not read")
	} else if _, hog, _ := strings.Cut(output, "hog 137 "); g.KernelLog.Source != "" && len(g.KernelLog.Lines) < 50 {
		// The kernel writes only so many of the lines with the group's name when there are many kills, and 50 lines are kept.
		if !strings.Contains(strings.Join(g.KernelLog.Lines, "\n"), "Killed "+strings.TrimSpace(hog)+" (") {
			t.Errorf("%s: %+v", hog, g.KernelLog)
		}
	}
}

// The kernel may choose again while a process that it has killed gives its memory back: never go test. With one limit for
// both it takes go test at one of five deaths. More of them would fill the kernel's log, which other tests read.
func TestTheCommandSurvivesTheTests(t *testing.T) {
	needGroups(t)
	records := t.TempDir()
	environment := []string{"KEEPER_TEST_RECORDS=" + records, "KEEPER_TEST_ROLE=beside 12"}
	k := keepWith(t, keeping{flags: ceiling(96, "cgroup"), environment: environment, dir: records}, os.Args[0])
	output := k.lines()
	if code, end := k.end(t); code != 0 || strings.Count(output, " signal: killed\n") != 12 {
		t.Errorf("%d %+v\n%s", code, end.Ending, output)
	}
	mustBeGone(t, guardOf(t, k).MemoryDir)
}

func TestTheCommandItselfDiesAtTheCeiling(t *testing.T) {
	needGroups(t)
	k := keepWith(t, keeping{flags: ceiling(64, "cgroup"), environment: []string{"KEEPER_TEST_ROLE=hog 300"}}, os.Args[0])
	code, end := k.end(t)
	if code != 137 || *end.Signal != "SIGKILL" || end.Cancelled != "" || *end.Guard.After[0].OomKill != 1 || end.Guard.KernelLog == nil {
		t.Errorf("%d %+v", code, end)
	}
	mustBeGone(t, guardOf(t, k).MemoryDir)
}

func TestNothingHappensBelowTheCeiling(t *testing.T) {
	needGroups(t)
	k := guardedScript(t, keeping{flags: ceiling(512, "cgroup,watcher")}, "exit 0")
	code, end := k.end(t)
	if code != 0 || end.Guard.KernelLog != nil && !end.Guard.VmstatOomKill.grew() || end.Guard.Vanished {
		t.Errorf("%d %+v", code, end.Guard)
	}
	mustBeGone(t, guardOf(t, k).MemoryDir)
}

func TestWithoutACeiling(t *testing.T) {
	k := keepScript(t, "exit 0")
	_, end := k.end(t)
	if end.Guard == nil || len(end.Guard.Before) != len(end.Guard.After) || end.Guard.VmstatOomKill.Before == nil {
		t.Errorf("%+v", end.Guard)
	}
	if _, err := os.Stat(filepath.Join(k.dir, "guard.json")); !errors.Is(err, os.ErrNotExist) {
		t.Error("a guard was recorded")
	}
}

func TestNoTierIsAskedFor(t *testing.T) {
	k := guardedScript(t, keeping{flags: ceiling(64, "")}, "exit 5")
	code, _ := k.end(t)
	if made := guardOf(t, k); code != 5 || made.Tier != tierNone || made.MemoryDir != "" || made.CgroupVersion != nil {
		t.Errorf("%d %+v", code, made)
	}
}

// Somebody with the rights, a container runtime for instance, can take the processes out and remove the group.
func TestAGroupThatVanishes(t *testing.T) {
	needGroups(t)
	gate := filepath.Join(t.TempDir(), "gate")
	k := guardedScript(t, keeping{flags: ceiling(100, "cgroup,watcher"), environment: []string{"GATE=" + gate}},
		`echo pid $$; while [ ! -e "$GATE" ]; do sleep 0.05; done; KEEPER_TEST_ROLE="hog 400" "$0"; echo hog $?; exit 6`)
	shell := k.pid(t)
	made := guardOf(t, k)
	home, _ := cgroup.Memory(0)
	limit, ok := cgroup.At(made.MemoryDir)
	if !ok {
		t.Fatalf("%+v", made)
	}
	inside, _ := cgroup.At(filepath.Join(limit.Dir, "go"))
	eventually(t, "the group is removed", func() bool {
		for _, pid := range members(inside) {
			_ = home.Enter(pid)
		}
		return limit.Remove() == nil
	})
	// The keeper looks every two seconds, then the watcher holds the ceiling.
	time.Sleep(inspectEvery + 500*time.Millisecond)
	if err := syscall.Kill(shell, 0); err != nil {
		t.Fatal("the command did not go on")
	}
	if err := os.WriteFile(gate, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	output := k.lines()
	code, end := k.end(t)
	if code != 6 || !strings.Contains(output, "hog 137") || !end.Guard.Vanished || end.Guard.After[0].OomKill != nil || len(end.Guard.Problems) != 0 {
		t.Errorf("%d %s %+v", code, output, end.Guard)
	}
	if kills, err := os.ReadFile(killsFile(k.dir)); err != nil || !strings.Contains(string(kills), `"ceilingBytes":104857600`) {
		t.Errorf("%s %v", kills, err)
	}
}
