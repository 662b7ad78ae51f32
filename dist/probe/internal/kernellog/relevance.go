package kernellog

import (
	"strconv"
	"strings"
)

// kills are the messages that count whoever they name: an OOM kill of a process that the test had started is evidence too.
//
//	oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/a,task_memcg=/a/t,task=x,pid=7,uid=0
//	Memory cgroup out of memory: Killed process 7 (x) total-vm:1358708kB, anon-rss:97152kB, ...
//	Out of memory: Killed process 7 (x) total-vm:...
//	Out of memory: Kill process 7 (x) score 987 or sacrifice child     (before Linux 5.0)
//	cgroup: fork rejected by pids controller in /a/t
func kills() []string {
	return []string{"oom-kill:constraint=", "Killed process ", "Kill process ", "fork rejected by pids controller"}
}

// judge reports whether a message is relevant and whether it names one of the processes.
func judge(message string, pids []int) (relevant, named bool) {
	for _, pid := range pids {
		if names(message, strconv.Itoa(pid)) {
			return true, true
		}
	}
	for _, sign := range kills() {
		if strings.Contains(message, sign) {
			return true, false
		}
	}
	return false, false
}

// names reports whether a message is about a process. The kernel writes that in these ways:
//
//	x.test[7]: segfault at 0 ip 00000000004011a6 sp 00007ffc error 4 in x.test[401000+1000]
//	traps: x.test[7] general protection fault ip:4011a6 sp:7ffc error:0
//	Out of memory: Killed process 7 (x.test) total-vm:...
//	oom-kill:constraint=...,task=x.test,pid=7,uid=0
//	audit: type=1326 audit(1.2:3): auid=0 uid=0 gid=0 ses=1 pid=7 comm="x.test" sig=31 ...     (seccomp)
//	coredump: 7(x.test): over core_pipe_limit, skipping core dump
//
// The table "[      7]  1000 ..." of all processes, which comes with an OOM kill, is about nobody.
func names(message, pid string) bool {
	for from := 0; ; {
		at := strings.Index(message[from:], pid)
		if at < 0 {
			return false
		}
		before, after := message[:from+at], message[from+at+len(pid):]
		switch {
		case strings.HasSuffix(before, "[") && !strings.HasSuffix(before, " [") && before != "[" && strings.HasPrefix(after, "]"),
			strings.HasSuffix(before, " process ") && strings.HasPrefix(after, " "),
			strings.HasSuffix(before, ",pid=") && strings.HasPrefix(after, ","),
			strings.HasSuffix(before, " pid=") && strings.HasPrefix(after, " "),
			strings.HasSuffix(before, "coredump: ") && strings.HasPrefix(after, "("):
			return true
		}
		from += at + len(pid)
	}
}
