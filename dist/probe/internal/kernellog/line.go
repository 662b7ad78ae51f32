package kernellog

import (
	"strconv"
	"strings"
	"time"
)

// parseRecord reads one record of /dev/kmsg (Documentation/ABI/testing/dev-kmsg):
//
//	PRIORITY,SEQUENCE,MICROSECONDS,FLAGS[,...];MESSAGE\n[ KEY=VALUE\n...]
//
// The priority holds the facility in its upper bits; 0 is the kernel itself, everything else was written by a program,
// which can say what it likes.
func parseRecord(record string) (at time.Duration, message string, ok bool) {
	head, text, complete := strings.Cut(record, ";")
	fields := strings.SplitN(head, ",", 5)
	if !complete || len(fields) < 4 {
		return 0, "", false
	}
	priority, err := strconv.ParseUint(fields[0], 10, 32)
	if err != nil || priority > 7 {
		return 0, "", false
	}
	micros, err := strconv.ParseInt(fields[2], 10, 53)
	if err != nil || micros < 0 {
		return 0, "", false
	}
	message, _, _ = strings.Cut(text, "\n")
	return time.Duration(micros) * time.Microsecond, message, true
}

// reachesBack reports whether nothing since then is missing in front of the oldest record, whoever wrote it: the kernel drops the
// oldest to make room. The very first one has the sequence number 0.
func reachesBack(oldest string, since time.Duration) bool {
	fields := strings.SplitN(oldest, ",", 4)
	if len(fields) < 4 {
		return false
	}
	micros, err := strconv.ParseInt(fields[2], 10, 53)
	return fields[1] == "0" || err == nil && time.Duration(micros)*time.Microsecond <= since
}

// parseDmesg reads a line of dmesg -r, of util-linux or BusyBox; the caller may be missing:
//
//	<3>[11177.604967][ T7146] Memory cgroup out of memory: Killed process 7146 (hog) ...
func parseDmesg(line string) (at time.Duration, message string, ok bool) {
	priority, rest, found := strings.Cut(line, ">")
	if !found || !strings.HasPrefix(priority, "<") {
		return 0, "", false
	}
	at, rest, ok = parseStamp(rest)
	if !ok {
		return 0, "", false
	}
	if caller, behind, found := strings.Cut(rest, "] "); found && strings.HasPrefix(caller, "[") && isCaller(caller[1:]) {
		rest = behind
	}
	return at, strings.TrimPrefix(rest, " "), true
}

// parseJournal reads a line of journalctl -o short-monotonic:
//
//	[11177.604967] host kernel: Memory cgroup out of memory: Killed process 7146 (hog) ...
func parseJournal(line string) (at time.Duration, message string, ok bool) {
	at, rest, ok := parseStamp(line)
	if !ok {
		return 0, "", false
	}
	_, message, ok = strings.Cut(rest, " kernel: ")
	return at, message, ok
}

// parseStamp reads "[ SECONDS.MICROSECONDS]".
func parseStamp(line string) (at time.Duration, rest string, ok bool) {
	stamp, rest, found := strings.Cut(line, "]")
	if !found || !strings.HasPrefix(stamp, "[") {
		return 0, "", false
	}
	seconds, micros, found := strings.Cut(strings.TrimLeft(stamp[1:], " "), ".")
	whole, err := strconv.ParseUint(seconds, 10, 31)
	if !found || err != nil || len(micros) != 6 {
		return 0, "", false
	}
	part, err := strconv.ParseUint(micros, 10, 31)
	if err != nil {
		return 0, "", false
	}
	return time.Duration(whole)*time.Second + time.Duration(part)*time.Microsecond, rest, true
}

// isCaller reports whether the text is " T7146" or "C0": the thread or processor that spoke.
func isCaller(text string) bool {
	text = strings.TrimLeft(text, " ")
	if len(text) < 2 || text[0] != 'T' && text[0] != 'C' {
		return false
	}
	_, err := strconv.ParseUint(text[1:], 10, 32)
	return err == nil
}
