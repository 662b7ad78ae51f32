//go:build unix

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// programs that are really started; each is a package main of one file.
var starts = []struct {
	name, source    string
	ending, signal  string
	code            int
	said, initiated string
}{
	{"ends", "import \"fmt\"\n\nvar text = fmt.Sprint(1)\n\nfunc main() {}", "exited", "", 0, "", "unicode"},
	{"fails", "import \"os\"\n\nfunc main() { println(\"no\"); os.Exit(3) }", "exited", "", 3, "no", "os"},
	{"panics", "func init() { panic(\"no configuration\") }\n\nfunc main() {}", "exited", "", 2, "panic: no configuration", "runtime"},
	{"kills itself", "import \"syscall\"\n\nfunc main() { syscall.Kill(syscall.Getpid(), syscall.SIGKILL) }", "signaled", "killed", 0, "", "syscall"},
	{"is stuck", "import \"time\"\n\nfunc init() { time.Sleep(time.Hour) }\n\nfunc main() {}", "stuck", "", 0, "main.init.0", "time"},
	{"ignores the question where", "import (\n\t\"os/signal\"\n\t\"syscall\"\n\t\"time\"\n)\n\nfunc init() { signal.Ignore(syscall.SIGQUIT); time.Sleep(time.Hour) }\n\nfunc main() {}", "stuck", "", 0, "", "os/signal"},
}

func TestStarts(t *testing.T) {
	for _, row := range starts {
		row := row
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			limit := "60s"
			if row.ending == "stuck" {
				limit = "5s"
			}
			found := startRecorded(t, limit, buildProgram(t, row.source))
			if found.Ending != row.ending || found.Signal != row.signal || found.ExitCode != row.code || !strings.Contains(found.Said, row.said) {
				t.Errorf("%+v", found)
			}
			if here, _ := os.Getwd(); found.Directory != here {
				t.Errorf("in %s", found.Directory)
			}
			known := map[string]bool{}
			for _, one := range found.Packages {
				known[one.Package] = true
			}
			if !known[row.initiated] {
				t.Errorf("%s is not among %v", row.initiated, known)
			}
		})
	}
}

func buildProgram(t *testing.T, source string) string {
	t.Helper()
	folder := writeModule(t, map[string]string{"main.go": "package main\n\n" + source + "\n"})
	program := filepath.Join(folder, "program")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Dir = folder
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	return program
}

// startRecorded does what `audit start` does and reads what it has written.
func startRecorded(t *testing.T, limit string, command ...string) started {
	t.Helper()
	folder := t.TempDir()
	if code := start(folder, limit, command); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	return readRecord(t, folder)
}

func readRecord(t *testing.T, folder string) started {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "start-*.json"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	var found started
	if err := json.Unmarshal(text, &found); err != nil {
		t.Fatal(err)
	}
	return found
}

func TestWhatCannotBeStarted(t *testing.T) {
	found := startRecorded(t, "60s", filepath.Join(t.TempDir(), "absent"))
	if found.Ending != "not-started" || !strings.Contains(found.Said, "no such file") || found.Packages == nil {
		t.Errorf("%+v", found)
	}
	if code := start(t.TempDir(), "soon", []string{"true"}); code == 0 {
		t.Error("soon is a duration")
	}
	if code := start(filepath.Join(t.TempDir(), "absent"), "1s", []string{"true"}); code == 0 {
		t.Error("a record can be written where there is no folder")
	}
}

func TestWhatAProgramLeavesBehindIsEnded(t *testing.T) {
	pidFile := filepath.Join(t.TempDir(), "pid")
	found := startRecorded(t, "60s", "sh", "-c", "sleep 60 & echo $! >"+pidFile)
	if found.Ending != "exited" || found.ElapsedMs > 10_000 {
		t.Errorf("%+v", found)
	}
	waitUntilGone(t, pidFile)
}

func waitUntilGone(t *testing.T, pidFile string) {
	t.Helper()
	text, err := os.ReadFile(pidFile)
	if err != nil {
		t.Fatal(err)
	}
	state := filepath.Join("/proc", strings.TrimSpace(string(text)), "stat")
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if status, err := os.ReadFile(state); err != nil || strings.Contains(string(status), ") Z ") {
			return
		}
	}
	t.Errorf("%s is still there", state)
}

// When this very test binary is the program that starts another.
func TestMain(m *testing.M) {
	if folder := os.Getenv("AUDIT_START_IN"); folder != "" {
		os.Exit(start(folder, "60s", []string{"sh", "-c", "echo $$ >" + folder + "/pid; sleep 60"}))
	}
	os.Exit(m.Run())
}

func TestNobodyIsLeftWhenTheStarterIsStopped(t *testing.T) {
	for _, stop := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		folder := t.TempDir()
		starter := exec.Command(os.Args[0])
		starter.Env = append(os.Environ(), "AUDIT_START_IN="+folder)
		if err := starter.Start(); err != nil {
			t.Fatal(err)
		}
		pidFile := filepath.Join(folder, "pid")
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if text, err := os.ReadFile(pidFile); err == nil && len(text) > 0 {
				break
			}
		}
		if err := starter.Process.Signal(stop); err != nil {
			t.Fatal(err)
		}
		_ = starter.Wait()
		waitUntilGone(t, pidFile)
	}
}
