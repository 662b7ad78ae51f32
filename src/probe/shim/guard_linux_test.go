package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"go-crash-guard/probe/internal/cgroup"
)

func TestAnOOMKillUnderTheCeiling(t *testing.T) {
	w := newWorld(t)
	group := w.guarded(t, 64<<20)
	w.settings.AgentSettings = agentSettings{SnapshotAtPercent: 80, Goroutines: 1000, Requests: true}
	ended := w.run(t, "hog", os.Args[0])
	if ended.status.Signal() != syscall.SIGKILL {
		t.Fatalf("%v %s", ended.status, ended.stderr)
	}
	start, end := w.records(t)
	if start.Cgroup == nil || !start.Cgroup.Own || start.Cgroup.Version != group.Version || start.Cgroup.Path != group.Path+"/t-"+start.Record {
		t.Errorf("%+v", start.Cgroup)
	}
	if start.OomScoreAdj == nil || *start.OomScoreAdj != 1000 {
		t.Errorf("score %v", start.OomScoreAdj)
	}
	seen := end.Evidence
	before, after := seen.Memory.Before, seen.Memory.After
	if kills(after)-kills(before) != 1 || after[0].Path != start.Cgroup.Path || *after[0].PeakBytes < 32<<20 || len(after) < 3 || len(before) != len(after) {
		t.Errorf("before %+v after %+v", before, after)
	}
	if after[1].Path != group.Path || after[1].LimitBytes == nil || *after[1].LimitBytes != 64<<20 {
		t.Errorf("the ceiling: %+v", after[1])
	}
	if !grew(seen.VmstatOomKill.Before, seen.VmstatOomKill.After) || seen.MemAvailableBytes == nil || *seen.MemAvailableBytes < 1<<20 || seen.SwapFreeBytes == nil || seen.Vanished {
		t.Errorf("%+v", seen)
	}
	if seen.KernelLog == nil || seen.KernelLog.Source != "" && !strings.Contains(strings.Join(seen.KernelLog.Lines, "\n"), fmt.Sprintf("Killed process %d (", start.Pid)) {
		t.Errorf("%+v", seen.KernelLog)
	}
	if got := folders(t, group.Dir); got != "" {
		t.Errorf("groups left: %s", got)
	}
	text, _ := os.ReadFile(filepath.Join(w.out(), "attempt-1", "agent.conf"))
	file, key := group.StatFile()
	want := fmt.Sprintf("ceiling 67108864\nusage %s\nstat %s\nstatkey %s\nsnapshot-at 80\ngoroutines 1000\nrequests 1\n", group.UsageFile(), file, key)
	if string(text) != want {
		t.Errorf("agent.conf %s", text)
	}
	if end.Evidence.Binary == nil || end.Evidence.CoreFile != nil {
		t.Errorf("want a binary to run again and no core: %+v", end.Evidence)
	}
}

// Where version 1 holds the memory controller, version 2 is often mounted without one: enough to see who is where.
func TestTheChildIsBornInAGroupOfVersion2(t *testing.T) {
	w := newWorld(t)
	own := ""
	for _, point := range []string{"/sys/fs/cgroup", "/sys/fs/cgroup/unified"} {
		if group, ok := cgroup.At(point); ok && group.Version == 2 {
			own = filepath.Join(point, "shim-test-"+strconv.Itoa(os.Getpid()))
		}
	}
	if own == "" || os.MkdirAll(filepath.Join(own, "go"), 0o755) != nil || os.Mkdir(filepath.Join(own, "tests"), 0o755) != nil {
		t.Skip("SKIPPED: needs version 2 and the right to make control groups")
	}
	group, _ := cgroup.At(own)
	t.Cleanup(func() {
		if err := group.Remove(); err != nil {
			t.Error(err)
		}
	})
	w.guardRecord(t, fmt.Sprintf(`{"schema":1,"tier":"cgroup","cgroupVersion":2,"ceilingBytes":1073741824,"memoryDir":%q}`, own))
	ended := w.run(t, "groups", os.Args[0])
	start, end := w.records(t)
	if !start.Cgroup.Own || start.Cgroup.Version != 2 || !strings.Contains(ended.stdout, "\n0::"+group.Path+"/tests/t-"+start.Record+"\n") || end.Evidence.Vanished {
		t.Errorf("%+v\n%s", start.Cgroup, ended.stdout)
	}
	if got := folders(t, own); got != "go tests" {
		t.Errorf("groups left: %s", got)
	}
	if problems, err := os.ReadFile(filepath.Join(w.out(), "attempt-1", "shim-problems.txt")); err == nil {
		t.Errorf("%s", problems)
	}
}

func TestAKillByHandMovesNoCounter(t *testing.T) {
	w := newWorld(t)
	w.guarded(t, 512<<20)
	command := w.command(t, "sleep", os.Args[0])
	pid, _ := startUntilReady(t, command)
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait()
	start, end := w.records(t)
	if *end.Signal != "SIGKILL" || !start.Cgroup.Own || kills(end.Evidence.Memory.Before) != kills(end.Evidence.Memory.After) {
		t.Errorf("%+v", end.Evidence)
	}
	log := end.Evidence.KernelLog
	if log == nil || strings.Contains(strings.Join(log.Lines, "\n"), fmt.Sprintf("process %d ", pid)) {
		t.Errorf("%+v", log)
	}
}

func TestWhatTheTestsLeaveBehindKeepsItsGroup(t *testing.T) {
	w := newWorld(t)
	group := w.guarded(t, 512<<20)
	w.run(t, "orphan", os.Args[0])
	start, end := w.records(t)
	// The log is also read when the kernel has killed elsewhere on the machine, as the tests of other packages have it do.
	killed := grew(end.Evidence.VmstatOomKill.Before, end.Evidence.VmstatOomKill.After)
	if *end.ExitCode != 0 || end.Evidence.KernelLog != nil && !killed {
		t.Errorf("%+v", end)
	}
	own, ok := cgroup.At(filepath.Join(group.Dir, "t-"+start.Record))
	if !ok {
		t.Fatal("the group is gone")
	}
	left, err := own.Processes()
	if err != nil || len(left) != 1 {
		t.Fatal(left, err)
	}
	_ = syscall.Kill(left[0], syscall.SIGKILL)
	eventually(t, "the orphan ends", func() bool { return gone(left[0]) })
}

// A group that stays busy takes its time. Meanwhile the keeper may run out of patience.
func TestTheEndIsWrittenBeforeTheGroupIsRemoved(t *testing.T) {
	w := newWorld(t)
	group := w.guarded(t, 512<<20)
	const nest = `for own in "$0"/t-*; do mkdir "$own/deep"; sleep 60 >/dev/null 2>&1 & echo $! >"$own/deep/cgroup.procs"; done`
	w.run(t, "", "/bin/sh", "-c", nest, group.Dir)
	start, end := w.records(t)
	deep, ok := cgroup.At(filepath.Join(group.Dir, "t-"+start.Record, "deep"))
	if !ok {
		t.Fatal("there is no group below")
	}
	left, err := deep.Processes()
	if err != nil || len(left) != 1 {
		t.Fatal(left, err)
	}
	defer eventually(t, "the orphan ends", func() bool { return gone(left[0]) })
	defer func() { _ = syscall.Kill(left[0], syscall.SIGKILL) }()
	if end.Evidence.KernelLog != nil {
		t.Skip("the kernel has killed elsewhere: the end was written once more")
	}
	written, err := os.Stat(filepath.Join(w.out(), "attempt-1", "end.json"))
	if err != nil {
		t.Fatal(err)
	}
	complained, err := os.Stat(filepath.Join(w.out(), "attempt-1", "shim-problems.txt"))
	if err != nil || !written.ModTime().Before(complained.ModTime()) {
		t.Errorf("%v, end.json came last", err)
	}
}

func TestAGroupThatVanishesWhileTheTestsRun(t *testing.T) {
	w := newWorld(t)
	group := w.guarded(t, 512<<20)
	command := w.command(t, "sleep", os.Args[0])
	pid, _ := startUntilReady(t, command)
	// The child may be there before the shim has left the child's group.
	started := filepath.Join(w.out(), "attempt-1", "start.json")
	eventually(t, "the start is recorded", func() bool { _, err := os.Stat(started); return err == nil })
	entries, err := filepath.Glob(filepath.Join(group.Dir, "t-*"))
	if err != nil || len(entries) != 1 {
		t.Fatal(entries, err)
	}
	own, _ := cgroup.At(entries[0])
	home, _ := cgroup.Memory(0)
	if err := home.Enter(pid); err != nil {
		t.Fatal(err)
	}
	if err := own.Remove(); err != nil {
		t.Fatal(err)
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	_ = command.Wait()
	_, end := w.records(t)
	seen := end.Evidence
	if !seen.Vanished || *end.Signal != "SIGKILL" || seen.Memory.After[0].OomKill != nil || seen.Memory.After[1].Path != group.Path || seen.Memory.After[1].LimitBytes == nil {
		t.Errorf("%+v %+v", end, seen)
	}
	if text, err := os.ReadFile(filepath.Join(w.out(), "attempt-1", "shim-problems.txt")); err == nil {
		t.Errorf("%s", text)
	}
}

func TestTestsRunWithoutTheirGroup(t *testing.T) {
	for _, row := range []struct{ name, guard, problem string }{
		{"never made", `{"schema":1,"tier":"cgroup","cgroupVersion":1,"ceilingBytes":1073741824,"memoryDir":"/sys/fs/cgroup/memory/crash-guard-missing"}`, "control group: the guard's group /sys/fs/cgroup/memory/crash-guard-missing/tests is gone"},
		{"not a group", `{"schema":1,"tier":"cgroup","cgroupVersion":1,"ceilingBytes":1073741824,"memoryDir":"/tmp"}`, "control group: the guard's group /tmp/tests is gone"},
		{"half a record", `{"schema":1,"ti`, "guard: unexpected EOF"},
		{"a watcher", `{"schema":1,"tier":"watcher","cgroupVersion":null,"ceilingBytes":1073741824,"memoryDir":""}`, ""},
		{"no guard", "", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			w := newWorld(t)
			if row.guard != "" {
				w.guardRecord(t, row.guard)
			}
			w.run(t, "exit 0", os.Args[0])
			start, end := w.records(t)
			if *end.ExitCode != 0 || end.Evidence == nil || end.Evidence.Vanished {
				t.Fatalf("%+v", end)
			}
			if own, ok := cgroup.Memory(0); ok && (start.Cgroup == nil || start.Cgroup.Own || start.Cgroup.Path != own.Path || len(end.Evidence.Memory.After) == 0) {
				t.Errorf("%+v", start.Cgroup)
			}
			problems, _ := os.ReadFile(filepath.Join(w.out(), "attempt-1", "shim-problems.txt"))
			if !strings.HasPrefix(string(problems), row.problem) || row.problem == "" && len(problems) > 0 {
				t.Errorf("%s", problems)
			}
			text, _ := os.ReadFile(filepath.Join(w.out(), "attempt-1", "agent.conf"))
			want := ""
			if strings.Contains(row.guard, "ceilingBytes") {
				want = "ceiling 1073741824\n"
			}
			if string(text) != want {
				t.Errorf("agent.conf %q", text)
			}
		})
	}
}
