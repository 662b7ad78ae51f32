package kernellog

import (
	"testing"
	"time"
)

func TestLinesOfEachSource(t *testing.T) {
	const at = 11177604967 * time.Microsecond
	for _, row := range []struct {
		name  string
		parse func(string) (time.Duration, string, bool)
		line  string
		want  string // "" is refused
	}{
		{"a record", parseRecord, "3,428,11177604967,-;Memory cgroup out of memory: Killed", "Memory cgroup out of memory: Killed"},
		{"more fields", parseRecord, "6,428,11177604967,-,caller=T1;text; more", "text; more"},
		{"tags behind it", parseRecord, "6,428,11177604967,-;text\n SUBSYSTEM=pci\n DEVICE=+pci:0\n", "text"},
		{"the beginning of a message in pieces", parseRecord, "6,428,11177604967,c;text", "text"},
		{"written by a program", parseRecord, "12,429,11177604967,-;Killed process 1 (x)", ""},
		{"no message", parseRecord, "6,428,11177604967,-", ""},
		{"no time", parseRecord, "6,428;text", ""},
		{"a time that is none", parseRecord, "6,428,x,-;text", ""},
		{"a time out of range", parseRecord, "6,428,99999999999999999999,-;text", ""},
		{"nothing", parseRecord, "", ""},
		{"dmesg", parseDmesg, "<3>[11177.604967] Memory cgroup out", "Memory cgroup out"},
		{"dmesg with a caller", parseDmesg, "<3>[11177.604967][ T7146] text", "text"},
		{"dmesg, a message in brackets", parseDmesg, "<6>[11177.604967] [ 7146] 0 7146", "[ 7146] 0 7146"},
		{"dmesg with padding", parseDmesg, "<6>[    0.000000] text", "text"},
		{"dmesg without times", parseDmesg, "<6>text", ""},
		{"dmesg without levels", parseDmesg, "[11177.604967] text", ""},
		{"dmesg, cut off", parseDmesg, "<6>[11177.6", ""},
		{"the journal", parseJournal, "[11177.604967] host kernel: Memory cgroup out", "Memory cgroup out"},
		{"the journal, another program", parseJournal, "[11177.604967] host sshd[1]: text", ""},
		{"the journal's remarks", parseJournal, "-- No entries --", ""},
	} {
		got, message, ok := row.parse(row.line)
		if ok != (row.want != "") || ok && message != row.want {
			t.Errorf("%s: %q %v", row.name, message, ok)
		}
		if ok && got != at && row.name != "dmesg with padding" {
			t.Errorf("%s: at %v", row.name, got)
		}
	}
}

func FuzzNoLineIsTooMuch(f *testing.F) {
	f.Add("3,428,11177604967,-;Memory cgroup out of memory: Killed process 7 (x)")
	f.Add("<3>[11177.604967][ T7146] x.test[7]: segfault")
	f.Add("[11177.604967] host kernel: coredump: 7(x)")
	f.Fuzz(func(t *testing.T, line string) {
		for _, parse := range []func(string) (time.Duration, string, bool){parseRecord, parseDmesg, parseJournal} {
			if at, message, ok := parse(line); ok {
				if at < 0 {
					t.Error(at)
				}
				judge(message, []int{7})
			}
		}
	})
}

func TestHowFarTheLogReachesBack(t *testing.T) {
	for _, row := range []struct {
		oldest string
		want   bool
	}{
		{"6,0,60000000,-;Linux version 6.18", true},
		{"6,71,59000000,-;a word", true},
		{"12,71,59000000,-;a program's word", true},
		{"6,71,60000001,-;a word", false},
		{"6,71,never,-;a word", false},
		{"a word", false},
	} {
		if got := reachesBack(row.oldest, time.Minute); got != row.want {
			t.Errorf("%q: %v", row.oldest, got)
		}
	}
}
