package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go-crash-guard/probe/internal/cgroup"
)

func TestARefusedProcessIsCounted(t *testing.T) {
	own, ok := cgroup.Pids(0)
	if !ok {
		t.Skip("SKIPPED: this machine has no pids control group")
	}
	group, err := own.Child("shim-test-" + strconv.Itoa(os.Getpid()))
	if err != nil {
		t.Skipf("SKIPPED: needs the right to make control groups: %v", err)
	}
	t.Cleanup(func() {
		if err := group.Remove(); err != nil {
			t.Error(err)
		}
	})
	if err := os.WriteFile(filepath.Join(group.Dir, "pids.max"), []byte("40"), 0); err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	w := newWorld(t)
	inner := w.command(t, "crowd", os.Args[0])
	ended := finish(inside(group, inner))
	_, end := w.records(t)
	if *end.ExitCode == 0 || !strings.Contains(ended.stdout+ended.stderr, "resource temporarily unavailable") {
		t.Errorf("%+v\n%s%s", end, ended.stdout, ended.stderr)
	}
	before, after := end.Evidence.Pids.Before[0], end.Evidence.Pids.After[0]
	if after.Path != group.Path || after.Limit == nil || *after.Limit != 40 || !grew(before.Refused, after.Refused) {
		t.Errorf("before %+v after %+v", before, after)
	}
	if log := end.Evidence.KernelLog; log == nil || log.Source != "" && !strings.Contains(strings.Join(log.Lines, "\n"), "fork rejected by pids controller in "+group.Path) {
		t.Errorf("%+v", log)
	}
	if samples := usageRows(t, w); len(samples) < 3 {
		t.Errorf("the shim saw %d samples while no process was to be had", len(samples))
	}
}

func TestAFileSizeLimitDoesNotEndTheShim(t *testing.T) {
	w := newWorld(t)
	inner := w.command(t, "exit 3", os.Args[0])
	command := exec.Command("sh", append([]string{"-c", `ulimit -f 1; exec "$@"`, "sh"}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	if ended := finish(command); !ended.status.Exited() || ended.status.ExitStatus() != 3 {
		t.Errorf("%v %s", ended.status, ended.stderr)
	}
}
