package kernellog

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// This test binary, started again, is what the kernel kills.
func TestMain(m *testing.M) {
	if os.Getenv("KERNELLOG_TEST_HOG") != "" {
		_, _ = os.Stdin.Read(make([]byte, 1)) // until it is in its group
		var held [][]byte
		for {
			block := make([]byte, 1<<20)
			for i := range block {
				block[i] = 1
			}
			held = append(held, block)
			if len(held) > 256 {
				os.Exit(3) // no limit held
			}
		}
	}
	os.Exit(m.Run())
}

// killForMemory has the kernel kill a process and returns its id.
func killForMemory(t *testing.T) int {
	t.Helper()
	group, err := os.MkdirTemp("/sys/fs/cgroup/memory", "kernellog-test-")
	if err != nil {
		t.Skipf("SKIPPED, needs root and a cgroup v1 memory controller: %v", err)
	}
	t.Cleanup(func() { _ = os.Remove(group) })
	for _, file := range []string{"memory.limit_in_bytes", "memory.memsw.limit_in_bytes"} {
		_ = os.WriteFile(filepath.Join(group, file), []byte("33554432"), 0)
	}
	hog := exec.Command(os.Args[0])
	hog.Env = append(os.Environ(), "KERNELLOG_TEST_HOG=1")
	gate, err := hog.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := hog.Start(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(group, "cgroup.procs"), []byte(strconv.Itoa(hog.Process.Pid)), 0); err != nil {
		_ = hog.Process.Kill()
		t.Skipf("SKIPPED, the group cannot be entered: %v", err)
	}
	gate.Close()
	if err := hog.Wait(); err == nil || err.Error() != "signal: killed" {
		t.Fatal(err)
	}
	return hog.Process.Pid
}

// killAndRead has a process killed and reads what the kernel says of it. Of how it chose the kernel says no more than ten
// words in five seconds (oom_kill_process in mm/oom_kill.c), and other tests have it choose as well.
func killAndRead(t *testing.T) (before time.Time, pid int, log Log) {
	t.Helper()
	for i := 0; i < 5; i++ {
		before = time.Now()
		pid = killForMemory(t)
		log = Read(before, []int{pid})
		if log.Source == "" {
			t.Skipf("SKIPPED, the kernel log is not readable: %s", log.Problem)
		}
		if strings.Contains(strings.Join(log.Lines, "\n"), "pid="+strconv.Itoa(pid)+",") {
			break
		}
		time.Sleep(5 * time.Second)
	}
	return before, pid, log
}

func TestTheKernelsOwnWordOnAKill(t *testing.T) {
	before, pid, log := killAndRead(t)
	text := strings.Join(log.Lines, "\n")
	if !strings.Contains(text, "Memory cgroup out of memory: Killed process "+strconv.Itoa(pid)+" (") ||
		!strings.Contains(text, "oom-kill:constraint=CONSTRAINT_MEMCG") || !strings.Contains(text, "pid="+strconv.Itoa(pid)+",") {
		t.Errorf("%+v", log)
	}
	for _, way := range commands() {
		s := &source{from: mustClock(t) - time.Since(before) - time.Second, pids: []int{pid}}
		err := run(s, way, time.Now().Add(budget))
		if err != nil {
			t.Logf("%s: %v", way.name, err)
		} else if way.name != "journalctl" && way.name != "sudo journalctl" && !reflect.DeepEqual(about(pid, s.texts()), about(pid, log.Lines)) {
			t.Errorf("%s: %q, but %s: %q", way.name, s.texts(), log.Source, log.Lines)
		}
	}
}

// about are the lines about a process: meanwhile the kernel may kill others, too.
func about(pid int, lines []string) []string {
	own := regexp.MustCompile(`\bpid=` + strconv.Itoa(pid) + `,|\bprocess ` + strconv.Itoa(pid) + ` `)
	var found []string
	for _, line := range lines {
		if own.MatchString(line) {
			found = append(found, line)
		}
	}
	return found
}

func mustClock(t *testing.T) time.Duration {
	t.Helper()
	now, ok := clock()
	if !ok {
		t.Fatal("no clock")
	}
	return now
}

func TestNothingHappened(t *testing.T) {
	log := Read(time.Now().Add(time.Hour), nil)
	text, err := json.Marshal(log)
	if err != nil || !strings.Contains(string(text), `"lines":[]`) {
		t.Errorf("%s %v", text, err)
	}
}

// stand puts a program of that name into PATH.
func stand(t *testing.T, script string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "stand"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+":"+os.Getenv("PATH"))
}

func TestCommandsThatDoNotHelp(t *testing.T) {
	const short = 300 * time.Millisecond
	for _, row := range []struct {
		name, script, want string
		wait               time.Duration
	}{
		{"refused", "echo 'dmesg: read kernel buffer failed: Operation not permitted' >&2; exit 1", "shows no message of the kernel", short},
		{"silent", "exit 0", "shows no message of the kernel", short},
		{"hanging, with a child that holds the output", "sleep 20", "shows no message of the kernel", short},
		{"hanging in the middle", "echo '<6>[    1.000000] a word'; exec sleep 20", "could not be read to its end", budget}, // a shell has to say its word in time
		{"endless", "yes 'no kernel line'", "shows no message of the kernel", short},
		{"one line without end", "exec tr '\\0' x </dev/zero", "shows no message of the kernel", short},
	} {
		t.Run(row.name, func(t *testing.T) {
			stand(t, row.script)
			began := time.Now()
			err := run(&source{}, way{"stand", []string{"stand"}, parseDmesg}, time.Now().Add(row.wait))
			if err == nil || err.Error() != row.want || time.Since(began) > 10*time.Second {
				t.Errorf("%v after %v", err, time.Since(began))
			}
		})
	}
	if err := run(&source{}, way{"x", []string{"no-such-program"}, parseDmesg}, time.Now().Add(budget)); err == nil || err.Error() != "not installed" {
		t.Error(err)
	}
}
