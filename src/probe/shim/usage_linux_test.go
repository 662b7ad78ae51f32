package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"go-crash-guard/probe/internal/cgroup"
)

// inside runs a command in a group, from its first moment.
func inside(group cgroup.Group, inner *exec.Cmd) *exec.Cmd {
	command := exec.Command("sh", append([]string{"-c", `echo $$ >"$0/cgroup.procs" && exec "$@"`, group.Dir}, inner.Args...)...)
	command.Dir, command.Env = inner.Dir, inner.Env
	return command
}

// usageRows are the samples of the attempt, without the header.
func usageRows(t *testing.T, w *world) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(w.out(), "attempt-1", "usage.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if lines[0]+"\n" != usageHeader {
		t.Fatal(lines[0])
	}
	row := regexp.MustCompile(`^\d+(,\d*){5}$`)
	var rows [][]string
	for _, line := range lines[1:] {
		if !row.MatchString(line) {
			t.Fatal(line)
		}
		rows = append(rows, strings.Split(line, ","))
	}
	return rows
}

func TestOpenFilesAreSeen(t *testing.T) {
	w := newWorld(t)
	w.run(t, "files 300", os.Args[0])
	rows := usageRows(t, w)
	most, elapsed := 0, -1
	for _, row := range rows {
		if count, _ := strconv.Atoi(row[1]); count > most {
			most = count
		}
		at, _ := strconv.Atoi(row[0])
		if at < elapsed || row[3] == "" || row[4] == "" || row[5] == "" || row[5] == "0" {
			t.Errorf("%v", row)
		}
		elapsed = at
	}
	if len(rows) < 3 || most < 300 || most > 330 || rows[0][2] == "" {
		t.Errorf("%d open files, %v", most, rows)
	}
	last := rows[len(rows)-1]
	if last[1] != "" || last[2] != "" || elapsed < 1200 {
		t.Errorf("the last sample is taken of the dead: %v", last)
	}
}

func TestTheSamplerDoesNotDisturb(t *testing.T) {
	w := newWorld(t)
	command := w.command(t, "sleep", os.Args[0])
	pid, _ := startUntilReady(t, command)
	first := filepath.Join(w.out(), "attempt-1", "usage.csv")
	eventually(t, "the shim has nothing left to do but to sample", func() bool { _, err := os.Stat(first); return err == nil })
	before := usageOf(command.Process.Pid)
	threads := 0
	for second := 0; second < 3; second++ {
		time.Sleep(time.Second)
		now := usageOf(command.Process.Pid)
		if second > 0 && int(*now.threads) != threads {
			t.Errorf("%d threads, then %d", threads, *now.threads)
		}
		threads = int(*now.threads)
	}
	after := usageOf(command.Process.Pid)
	// Ticks of 10 ms; 3 seconds of work would be 3000.
	if used := *after.cpuMs - *before.cpuMs; used > 30 {
		t.Errorf("%d ms of processor time in 3 s", used)
	}
	process, _ := os.FindProcess(pid)
	_ = process.Kill()
	_ = command.Wait()
	if rows := usageRows(t, w); len(rows) < 7 {
		t.Errorf("%d samples", len(rows))
	}
}

func TestTheSamplerEndsWithTheChild(t *testing.T) {
	folder := t.TempDir()
	for _, row := range []struct {
		name string
		dir  string
		rows bool
	}{{"a folder", folder, true}, {"a folder that cannot be written", "/proc/self", false}, {"no folder", "", false}} {
		t.Run(row.name, func(t *testing.T) {
			s := startSampling(attempt{dir: row.dir, number: 1}, os.Getpid(), folder, time.Now())
			s.finish()
			select {
			case <-s.stopped:
			default:
				t.Error("still running")
			}
			text, _ := os.ReadFile(filepath.Join(row.dir, "usage.csv"))
			if got := strings.Count(string(text), "\n"); row.rows && got != 3 || !row.rows && got != 0 {
				t.Errorf("%s", text)
			}
		})
	}
}

func TestParseStat(t *testing.T) {
	const fields = " S 1 7 7 0 -1 4194304 1 0 0 0 12 3 0 0 20 0 9 0 100 1 1 1"
	for _, row := range []struct {
		name, text   string
		cpu, threads string
		dead         bool
	}{
		{"a process", "7 (x.test)" + fields, "150", "9", false},
		{"a name that looks like fields", "7 (x) R 1 (y)" + fields, "150", "9", false},
		{"a zombie", "7 (x.test)" + strings.Replace(fields, " S ", " Z ", 1), "150", "", true},
		{"cut off", "7 (x.test) S 1 7", "", "", true},
		{"nothing", "", "", "", true},
	} {
		now, dead := parseStat(row.text)
		if got := now.row(0); got != "0,,"+row.threads+","+row.cpu+",,\n" || dead != row.dead {
			t.Errorf("%s: %s %v", row.name, got, dead)
		}
	}
}

// Before Linux 6.2 the size of /proc/PID/fd was 0, as that of /proc/PID/task still is.
func TestOpenFilesAreListedOnOlderKernels(t *testing.T) {
	folder := "/proc/self/task"
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if got := openFiles(folder); got == nil || int(*got) < len(entries) || int(*got) > len(entries)+8 {
		t.Errorf("%v, %d", got, len(entries))
	}
	if got := openFiles("/proc/self/missing"); got != nil {
		t.Error(*got)
	}
}
