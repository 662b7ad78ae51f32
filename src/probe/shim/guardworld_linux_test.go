package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go-crash-guard/probe/internal/cgroup"
)

// guarded makes the groups that the keeper makes, with a ceiling, and tells the shim of them. The result is the tests'.
func (w *world) guarded(t *testing.T, ceiling uint64) cgroup.Group {
	t.Helper()
	own, ok := cgroup.Memory(0)
	if !ok {
		t.Skip("SKIPPED: this machine has no memory control group")
	}
	group, err := own.Child("shim-test-" + strconv.Itoa(os.Getpid()) + "-" + strconv.FormatInt(time.Now().UnixNano(), 36))
	if err != nil {
		t.Skipf("SKIPPED: needs the right to make control groups: %v", err)
	}
	t.Cleanup(func() {
		if err := group.Remove(); err != nil {
			t.Error(err)
		}
	})
	if err := group.ShareMemory(); err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	if _, err := group.Child("go"); err != nil {
		t.Fatal(err)
	}
	tests, err := group.Child("tests")
	if err == nil {
		err = tests.ShareMemory()
	}
	if err == nil {
		err = tests.LimitMemory(ceiling)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.guardRecord(t, fmt.Sprintf(`{"schema":1,"tier":"cgroup","cgroupVersion":%d,"ceilingBytes":%d,"memoryDir":%q}`, group.Version, ceiling, group.Dir))
	return tests
}

func (w *world) guardRecord(t *testing.T, text string) {
	t.Helper()
	w.settings.Guard = filepath.Join(filepath.Dir(w.json), "guard.json")
	if err := os.WriteFile(w.settings.Guard, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (w *world) records(t *testing.T) (startRecord, endRecord) {
	t.Helper()
	return read[startRecord](t, w.out(), "attempt-1", "start.json"), read[endRecord](t, w.out(), "attempt-1", "end.json")
}

func kills(levels []cgroup.MemoryLevel) uint64 {
	if len(levels) == 0 || levels[0].OomKill == nil {
		return 0
	}
	return *levels[0].OomKill
}

func folders(t *testing.T, dir string) string {
	t.Helper()
	var found []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() {
			found = append(found, entry.Name())
		}
	}
	return strings.Join(found, " ")
}
