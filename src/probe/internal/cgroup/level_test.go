package cgroup

import "testing"

func TestParseLimit(t *testing.T) {
	for text, want := range map[string]uint64{
		"1073741824\n": 1 << 30,
		"0":            0,
		// No limit is 1 here: version 2, version 1 with pages of 4 KiB and of 64 KiB, kernels before 4.2.
		"max\n": 1, "9223372036854771712\n": 1, "9223372036854710272": 1, "18446744073709551615": 1,
		"": 1, "-1": 1, "99999999999999999999999": 1,
	} {
		got := parseLimit(text)
		if want == 1 && got != nil || want != 1 && (got == nil || *got != want) {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestParseKey(t *testing.T) {
	events := "low 0\nhigh 0\nmax 12\noom 3\noom_kill 2\noom_group_kill 1\n"
	for key, want := range map[string]uint64{"max": 12, "oom": 3, "oom_kill": 2} {
		if got := parseKey(events, key); got == nil || *got != want {
			t.Errorf("%s: %v", key, got)
		}
	}
	for _, text := range []string{"", "oom_kil 1", "oom_kill", "oom_kill x", "oom_kill  1 2"} {
		if got := parseKey(text, "oom_kill"); got != nil {
			t.Errorf("%q: %d", text, *got)
		}
	}
}
