package kernellog

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestWhatCounts(t *testing.T) {
	for _, row := range []struct {
		message         string
		relevant, named bool
	}{
		{"oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/a,task_memcg=/a/t,task=x,pid=71,uid=0", true, true},
		{"oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,task=x,pid=711,uid=0", true, false},
		{"Memory cgroup out of memory: Killed process 71 (x) total-vm:1358708kB, anon-rss:97152kB", true, true},
		{"Out of memory: Killed process 171 (x) total-vm:1358708kB", true, false},
		{"Out of memory: Kill process 71 (x) score 987 or sacrifice child", true, true},
		{"cgroup: fork rejected by pids controller in /a/t", true, false},
		{"x.test[71]: segfault at 0 ip 00000000004011a6 sp 00007ffc error 4 in x.test[401000+1000]", true, true},
		{"x.test[72]: segfault at 71 ip 00000000004011a6", false, false},
		{"traps: x.test[71] general protection fault ip:4011a6 sp:7ffc error:0 in x[400000+1000]", true, true},
		{`audit: type=1326 audit(71.2:3): auid=0 uid=0 gid=0 ses=1 pid=71 comm="x.test" exe="/x" sig=31`, true, true},
		{"coredump: 71(x.test): over core_pipe_limit, skipping core dump", true, true},
		{"[     71]     0    71   339677    24673    24288      385", false, false},
		{"[71]     0    71   339677    24673    24288      385", false, false},
		{"Tasks state (memory values in pages):", false, false},
		{"71", false, false},
		{"", false, false},
	} {
		if relevant, named := judge(row.message, []int{70, 71}); relevant != row.relevant || named != row.named {
			t.Errorf("%s: relevant %v, named %v", row.message, relevant, named)
		}
	}
}

func TestOnlyWhatHappenedSince(t *testing.T) {
	s := source{from: 10 * time.Second}
	for second := 8; second < 12; second++ {
		s.add(time.Duration(second)*time.Second, fmt.Sprintf("Killed process %d (x)", second))
	}
	if got := strings.Join(s.texts(), "|"); got != "Killed process 10 (x)|Killed process 11 (x)" {
		t.Error(got)
	}
}

// The log's clock runs free.
func TestClocksDriftApart(t *testing.T) {
	for _, row := range []struct{ now, elapsed, want time.Duration }{
		{time.Minute, time.Second, 58*time.Second - 6*time.Millisecond},
		{30 * 24 * time.Hour, time.Minute, 30*24*time.Hour - 61*time.Second - 259200*time.Millisecond},
	} {
		if got := earliest(row.now, row.elapsed); got != row.want {
			t.Errorf("%v, want %v", got, row.want)
		}
	}
}

func TestManyAndLongLines(t *testing.T) {
	s := source{pids: []int{7}}
	s.add(0, "Killed process 7 (x)")
	for other := 100; other < 1000; other++ {
		s.add(0, fmt.Sprintf("Killed process %d (x) %s\xff", other, strings.Repeat("é", 400)))
	}
	texts := s.texts()
	if len(texts) != maxLines || texts[0] != "Killed process 7 (x)" || !strings.HasPrefix(texts[maxLines-1], "Killed process 999 ") {
		t.Errorf("%d lines, %q", len(texts), texts)
	}
	for _, text := range texts {
		if len(text) > maxLineBytes || !utf8.ValidString(text) {
			t.Errorf("%d bytes: %q", len(text), text)
		}
	}
	for more := 0; more < 200; more++ {
		s.add(0, "Killed process 7 (x) again")
	}
	if texts := s.texts(); len(texts) != maxLines || texts[0] != "Killed process 7 (x) again" {
		t.Errorf("%d lines, %q", len(texts), texts)
	}
}
