package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go-crash-guard/probe/internal/cgroup"
)

func TestPlaces(t *testing.T) {
	for _, row := range []struct {
		version       int
		lineage, want string
	}{
		{1, "/m/a/b /m/a /m", "/m/a/b"},
		{1, "/m", "/m"},
		{2, "/m", "/m"},
		{2, "/m/a /m", "/m"},
		{2, "/m/a/b /m/a /m", "/m/a /m"},
		{2, "/m/a/b/c /m/a/b /m/a /m", "/m/a/b /m"},
	} {
		var lineage []cgroup.Group
		for _, dir := range strings.Fields(row.lineage) {
			lineage = append(lineage, cgroup.Group{Version: row.version, Dir: dir})
		}
		var dirs []string
		for _, place := range places(lineage) {
			dirs = append(dirs, place.Dir)
		}
		if got := strings.Join(dirs, " "); got != row.want {
			t.Errorf("version %d, %s: %s", row.version, row.lineage, got)
		}
	}
}

func TestACommandThatCannotBeExecutedUnderTheCeiling(t *testing.T) {
	needGroups(t)
	program := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(program, []byte("\x7fELF, or not"), 0o755); err != nil {
		t.Fatal(err)
	}
	k := keepWith(t, keeping{flags: ceiling(100, "cgroup,watcher")}, program)
	code, end := k.end(t)
	if code != failed || end.StartError == nil || !strings.Contains(*end.StartError, "exec format error") || end.Guard == nil {
		t.Errorf("%d %+v", code, end)
	}
	made := guardOf(t, k)
	if made.Tier != tierCgroup || len(made.Tried) != 0 {
		t.Errorf("%+v", made)
	}
	mustBeGone(t, made.MemoryDir)
}

func TestAGroupThatCannotBeEnteredAfterAll(t *testing.T) {
	needGroups(t)
	dir := t.TempDir()
	above := raise(arguments{recordDir: dir, ceiling: 100 * mebibyte, tiers: []tier{tierCgroup, tierWatcher}})
	if above.record.Tier != tierCgroup {
		t.Fatalf("%+v", above.record)
	}
	if err := above.enclosure.limit.Remove(); err != nil {
		t.Fatal(err)
	}
	_, err := start(above.inside(), []string{"true"})
	notEntered := entryError{}
	if !errors.As(err, &notEntered) || !strings.Contains(err.Error(), "no such control group") {
		t.Fatal(err)
	}
	above.abandon(notEntered)
	made := read[guardRecord](t, dir, "guard.json")
	if made.Tier != tierWatcher || made.MemoryDir != "" || made.CgroupVersion != nil || len(made.Tried) != 1 || made.Tried[0].Tier != tierCgroup || above.inside() != "" {
		t.Errorf("%+v", made)
	}
}

func TestTheCommandUnderTheCeilingDiesWithAKilledKeeper(t *testing.T) {
	needGroups(t)
	k := guardedScript(t, keeping{flags: ceiling(100, "cgroup")}, "echo pid $$; exec sleep 60")
	pid := k.pid(t)
	_ = k.command.Process.Kill()
	_ = k.command.Wait()
	eventually(t, "the command ends", func() bool { return gone(pid) })

	// The next keeper tidies up, but not what another one is using.
	left := guardOf(t, k).MemoryDir
	if _, err := os.Stat(left); err != nil {
		t.Fatal(err)
	}
	neighbour := guardedScript(t, keeping{flags: ceiling(100, "cgroup")}, "echo pid $$; exec sleep 60")
	neighbour.pid(t)
	mustBeGone(t, left)
	next := guardedScript(t, keeping{flags: ceiling(100, "cgroup")}, "exit 0")
	next.end(t)
	if _, err := os.Stat(guardOf(t, neighbour).MemoryDir); err != nil {
		t.Errorf("the group of a living keeper was removed: %v", err)
	}
	neighbour.order(t, "SIGKILL")
	neighbour.end(t)
	mustBeGone(t, guardOf(t, neighbour).MemoryDir)
}

func TestOnlyStaleGroupsOfOursAreRemoved(t *testing.T) {
	needGroups(t)
	own, _ := cgroup.Memory(0)
	place, err := own.Child(fmt.Sprintf("keeper-test-%d", os.Getpid()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := place.Remove(); err != nil {
			t.Error(err)
		}
	})
	if err := place.ShareMemory(); err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	child := func(name string) cgroup.Group {
		group, err := place.Child(name)
		if err != nil {
			t.Fatal(err)
		}
		return group
	}
	stale, foreign, almost, held, busy := child("crash-guard-00000001"), child("other-00000001"), child("crash-guard-0000000g"),
		child("crash-guard-00000002"), child("crash-guard-00000003")
	if _, err := stale.Child("t-1"); err != nil {
		t.Fatal(err)
	}
	lock, err := lockGroup(held, syscall.LOCK_SH)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	nested, err := busy.Child("go")
	if err != nil {
		t.Fatal(err)
	}
	sleeper := exec.Command("sleep", "60")
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sleeper.Process.Kill(); _ = sleeper.Wait() }()
	if err := nested.Enter(sleeper.Process.Pid); err != nil {
		t.Fatal(err)
	}

	removeStale(place)
	mustBeGone(t, stale.Dir)
	for _, group := range []cgroup.Group{foreign, almost, held, busy, nested} {
		if !group.Exists() {
			t.Errorf("%s was removed", group.Dir)
		}
	}
	_ = sleeper.Process.Kill()
	_ = sleeper.Wait()
	lock.Close()
	removeStale(place)
	mustBeGone(t, held.Dir)
	mustBeGone(t, busy.Dir)
}

func TestWhatOutlivesTheCommandKeepsItsGroup(t *testing.T) {
	needGroups(t)
	k := guardedScript(t, keeping{flags: ceiling(100, "cgroup"), environment: []string{"KEEPER_TEST_ROLE=escape"}}, `"$0"; exit 0`)
	orphan := k.pid(t)
	started := time.Now()
	code, end := k.end(t)
	made := guardOf(t, k)
	if code != 0 || gone(orphan) || len(end.Guard.Problems) != 1 || !strings.Contains(end.Guard.Problems[0], fmt.Sprint([]int{orphan})) {
		t.Errorf("%d %+v", code, end.Guard)
	}
	if took := time.Since(started); took > 20*time.Second { // the orphan would stay for 60
		t.Errorf("took %v", took)
	}
	_ = syscall.Kill(orphan, syscall.SIGKILL)
	eventually(t, "the orphan ends", func() bool { return gone(orphan) })
	next := guardedScript(t, keeping{flags: ceiling(100, "cgroup")}, "exit 0")
	next.end(t)
	mustBeGone(t, made.MemoryDir)
}
