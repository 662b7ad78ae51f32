//go:build unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

var keeperPath string

// TestMain builds the keeper once. Started again with a role, this binary is something that runs below it.
func TestMain(m *testing.M) {
	helperMode(os.Args[1:])
	if role := os.Getenv("KEEPER_TEST_ROLE"); role != "" {
		play(role)
		os.Exit(0)
	}
	os.Exit(withKeeper(m))
}

func withKeeper(m *testing.M) int {
	folder, err := os.MkdirTemp("", "keeper-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	if err := os.Chmod(folder, 0o755); err != nil { // other users run it as well
		panic(err)
	}
	keeperPath = filepath.Join(folder, "keeper")
	// A machine without Go is given the keeper.
	if given := os.Getenv("KEEPER_TEST_KEEPER"); given != "" {
		if text, err := exec.Command("cp", given, keeperPath).CombinedOutput(); err != nil {
			panic(string(text))
		}
		return m.Run()
	}
	build := exec.Command("go", "build", "-o", keeperPath, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := build.CombinedOutput(); err != nil {
		panic(string(text))
	}
	return m.Run()
}

// play starts a process in a session of its own, where no signal to a process group reaches it, or is a hog.
func play(role string) {
	if playWithMemory(role) || playOnLinux(role) {
		return
	}
	escaped := exec.Command("sleep", "60")
	escaped.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := escaped.Start(); err != nil {
		panic(err)
	}
	fmt.Println("pid", escaped.Process.Pid)
	if role == "escape and wait" {
		_ = escaped.Wait()
	}
}

// kept is a running keeper.
type kept struct {
	command *exec.Cmd
	orders  io.WriteCloser
	output  *bufio.Scanner
	dir     string
}

// keepScript starts a shell script below a keeper.
func keepScript(t *testing.T, script string) *kept {
	t.Helper()
	return keepCommand(t, nil, "sh", "-c", script)
}

func keepCommand(t *testing.T, environment []string, argv ...string) *kept {
	t.Helper()
	return keepWith(t, keeping{environment: environment}, argv...)
}

// keeping is what one keeper has apart from others.
type keeping struct {
	flags       []string
	environment []string
	user        *syscall.Credential
	dir         string // for the records; "" makes one
}

func keepWith(t *testing.T, how keeping, argv ...string) *kept {
	t.Helper()
	k := &kept{dir: how.dir}
	if k.dir == "" {
		k.dir = t.TempDir()
	}
	k.command = exec.Command(keeperPath, append(append(append([]string{k.dir}, how.flags...), "--"), argv...)...)
	k.command.Env = append(os.Environ(), how.environment...)
	k.command.SysProcAttr = &syscall.SysProcAttr{Credential: how.user}
	orders, err := k.command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	output, err := k.command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	k.orders, k.output = orders, bufio.NewScanner(output)
	if err := k.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = k.command.Process.Kill() })
	return k
}

// pid reads lines until one names a process that runs below the keeper.
func (k *kept) pid(t *testing.T) int {
	t.Helper()
	for k.output.Scan() {
		if text, ok := strings.CutPrefix(k.output.Text(), "pid "); ok {
			pid, err := strconv.Atoi(text)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if !gone(pid) {
					_ = syscall.Kill(pid, syscall.SIGKILL)
				}
			})
			return pid
		}
	}
	t.Fatal("the command ended without a pid line")
	return 0
}

func (k *kept) order(t *testing.T, line string) {
	t.Helper()
	if _, err := io.WriteString(k.orders, line+"\n"); err != nil {
		t.Fatal(err)
	}
}

// end waits for the keeper: its exit code and what it recorded. The supervisor's pipe stays open until then.
func (k *kept) end(t *testing.T) (code int, record endRecord) {
	t.Helper()
	limit := time.AfterFunc(2*time.Minute, func() { _ = k.command.Process.Kill() })
	defer limit.Stop()
	state, err := k.command.Process.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return state.ExitCode(), read[endRecord](t, k.dir, "go-end.json")
}

func read[Record any](t *testing.T, path ...string) Record {
	t.Helper()
	var found Record
	text, err := os.ReadFile(filepath.Join(path...))
	if err == nil {
		err = json.Unmarshal(text, &found)
	}
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// gone reports whether a process no longer runs; a zombie that nobody has waited for does not run either.
func gone(pid int) bool {
	if syscall.Kill(pid, 0) == syscall.ESRCH {
		return true
	}
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil { // it was waited for just now, or there is no /proc here
		return syscall.Kill(pid, 0) == syscall.ESRCH
	}
	return strings.Contains(string(text), ") Z ") || strings.Contains(string(text), ") X ")
}

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatal("never: " + what)
}
