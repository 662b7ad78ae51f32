package host

import (
	"runtime"
	"testing"
)

func TestParseMemory(t *testing.T) {
	found := parseMemory("MemTotal:       24684096 kB\nMemFree: 1 kB\nMemAvailable:   24277396 kB\nSwapTotal: 5 kB\nSwapFree:              0 kB\n")
	if *found.TotalBytes != 24684096<<10 || *found.AvailableBytes != 24277396<<10 || *found.SwapFreeBytes != 0 {
		t.Errorf("%+v", found)
	}
	for _, text := range []string{"", "MemTotal", "MemTotal:", "MemTotal: 5", "MemTotal: 5 MB", "MemTotal: -5 kB", "MemTotal: 18446744073709551615 kB"} {
		if found := parseMemory(text); found != (Memory{}) {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

func TestParseOOMKills(t *testing.T) {
	if found := parseOOMKills("pgfault 9\noom_kill 12\noom_kill_x 3\n"); found == nil || *found != 12 {
		t.Error(found)
	}
	for _, text := range []string{"", "oom_kill", "oom_kill x", "nr_oom_kill 3"} {
		if parseOOMKills(text) != nil {
			t.Errorf("%q", text)
		}
	}
}

func TestThisMachine(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems do not tell")
	}
	found := ReadMemory()
	if found.TotalBytes == nil || found.AvailableBytes == nil || *found.AvailableBytes > *found.TotalBytes || OOMKills() == nil {
		t.Errorf("%+v", found)
	}
}
