package cgroup

import (
	"os"
	"testing"
)

// What a kernel with version 2 counted, taken from the small machine of `make test-vm`.
const captures = "../../../../__tests__/fixtures/vm/captures/"

func capture(t *testing.T, dir string) Group {
	t.Helper()
	if _, err := os.Stat(captures + dir); err != nil {
		t.Fatal(err)
	}
	return Group{Version: 2, Path: "/" + dir, Dir: captures + dir}
}

func TestVersion2CountsKills(t *testing.T) {
	const limit = 128 << 20
	for dir, want := range map[string]struct{ limit, oom, kills, local uint64 }{
		"limit-above/job":           {0, 1, 1, 0}, // all groups above the victim count it
		"limit-above/job_guard":     {limit, 1, 1, 0},
		"limit-above/job_guard_t-1": {0, 0, 1, 1}, // the victim's: nothing was short in here
		"own-limit/own":             {limit, 1, 1, 1},
		"whole-machine/free":        {0, 0, 1, 1}, // killed although no group was short
	} {
		got := capture(t, dir).ReadMemory()
		if value(got.Oom) != want.oom || value(got.OomKill) != want.kills || value(got.OomKillLocal) != want.local {
			t.Errorf("%s: oom %d, oom_kill %d, local %d", dir, value(got.Oom), value(got.OomKill), value(got.OomKillLocal))
		}
		if want.limit == 0 && got.LimitBytes != nil || value(got.LimitBytes) != want.limit {
			t.Errorf("%s: limit %d", dir, value(got.LimitBytes))
		}
		if value(got.PeakBytes) < limit || value(got.UsageBytes) >= limit {
			t.Errorf("%s: peak %d, usage %d", dir, value(got.PeakBytes), value(got.UsageBytes))
		}
		if hits := value(got.LimitHits); hits > 0 != (want.oom > 0) {
			t.Errorf("%s: the limit was hit %d times", dir, hits)
		}
	}
}

func TestVersion2CountsRefusedProcesses(t *testing.T) {
	got := capture(t, "pids/few").ReadPids()
	if value(got.Limit) != 20 || value(got.Refused) != 1 || got.Current == nil {
		t.Errorf("limit %d, refused %d", value(got.Limit), value(got.Refused))
	}
}

func value(number *uint64) uint64 {
	if number == nil {
		return 0
	}
	return *number
}
