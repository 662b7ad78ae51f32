//go:build unix

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

var shimPath string

// TestMain builds the shim once. Started again with a role, this binary is the child of a shim.
func TestMain(m *testing.M) {
	if role := os.Getenv("SHIM_TEST_ROLE"); role != "" {
		os.Exit(play(strings.Fields(role)))
	}
	os.Exit(withShim(m))
}

func withShim(m *testing.M) int {
	folder, err := os.MkdirTemp("", "shim-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	shimPath = filepath.Join(folder, "shim")
	build := exec.Command("go", "build", "-o", shimPath, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := build.CombinedOutput(); err != nil {
		panic(string(text))
	}
	return m.Run()
}

// play is one life of a test binary.
func play(role []string) int {
	switch role[0] {
	case "exit":
		code, _ := strconv.Atoi(role[1])
		return code
	case "die":
		number, _ := strconv.Atoi(role[1])
		_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
		// Not this program, whose runtime would print a trace: what it became by exec.
		_ = syscall.Exec("/bin/sh", []string{"sh", "-c", "kill -" + strconv.Itoa(number) + " $$"}, nil)
	case "environment":
		fmt.Println(strings.Join(os.Environ(), "\n"))
	case "arguments":
		fmt.Println(strings.Join(os.Args[1:], "\n"))
	case "input":
		text := make([]byte, 100)
		count, _ := os.Stdin.Read(text)
		fmt.Printf("%s", text[:count])
	case "score":
		// The shim writes it right after the start.
		for wait := 0; wait < 6000; wait++ {
			text, _ := os.ReadFile("/proc/self/oom_score_adj")
			if strings.TrimSpace(string(text)) == "1000" {
				fmt.Println("offered")
				return 0
			}
			time.Sleep(5 * time.Millisecond)
		}
	case "profile":
		for _, arg := range os.Args[1:] {
			if path := strings.TrimPrefix(arg, "-test.memprofile="); path != arg {
				_ = os.WriteFile(path, []byte("profile"), 0o644)
			}
		}
	case "sleep":
		fmt.Println("pid", os.Getpid())
		time.Sleep(time.Minute)
	case "groups":
		text, _ := os.ReadFile("/proc/self/cgroup")
		fmt.Printf("%s", text)
	case "hog":
		for i := 0; i < 512; i++ {
			hold(1 << 20)
		}
		return 3 // nothing held it back
	case "files":
		count, _ := strconv.Atoi(role[1])
		for i := 0; i < count; i++ {
			_, _ = syscall.Open(os.DevNull, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		}
		time.Sleep(200 * time.Millisecond)
		fmt.Println("pid", os.Getpid())
		time.Sleep(time.Second)
	case "crowd":
		return crowd()
	case "orphan":
		_ = exec.Command("sleep", "60").Start()
	case "dump":
		debug.SetTraceback("crash")
		panic("role")
	case "child":
		command := exec.Command("/bin/sh", "-c", "kill -ABRT $$")
		if err := command.Run(); err == nil {
			return 1
		}
	case "lower":
		files, _ := strconv.ParseUint(role[1], 10, 64)
		size, _ := strconv.ParseUint(role[2], 10, 64)
		_ = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: size, Max: size})
		_ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: files, Max: files})
		if role[3] == "kill" {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
		return 3
	case "catch":
		arrived := make(chan os.Signal, 64) // the runtime's own must not take the only place
		signal.Notify(arrived)
		fmt.Println("pid", os.Getpid())
		for {
			if got := <-arrived; got != syscall.SIGURG { // the runtime's own
				fmt.Println("got", got)
				return 0
			}
		}
	}
	return 0
}

var held [][]byte

// hold keeps memory and touches every page.
func hold(bytes int) {
	block := make([]byte, bytes)
	for i := 0; i < bytes; i += 4096 {
		block[i] = 1
	}
	held = append(held, block)
}

// crowd starts processes until no more are allowed, stays so for a while and ends them.
func crowd() int {
	var started []*exec.Cmd
	for len(started) < 500 {
		command := exec.Command("sleep", "20")
		if err := command.Start(); err != nil {
			fmt.Println("refused:", err)
			break
		}
		started = append(started, command)
	}
	time.Sleep(1500 * time.Millisecond)
	for _, command := range started {
		_ = command.Process.Kill()
		_ = command.Wait()
	}
	return 1
}

// world is one shim.json with the folders it speaks of.
type world struct {
	settings settings
	folder   string // where the binaries run
	json     string
	age      time.Duration // of the file written last, so that each looks changed
}

func newWorld(t *testing.T) *world {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{folder: filepath.Join(root, "src"), json: filepath.Join(root, "shim.json")}
	if err := os.Mkdir(w.folder, 0o755); err != nil {
		t.Fatal(err)
	}
	w.settings = settings{
		Schema: 1, Run: "ab12", Leg: "memory", FallbackDir: filepath.Join(root, "fallback"),
		Packages: map[string]place{w.folder: {Package: "example.com/m/a", Dir: filepath.Join(root, "out", "a"), Agent: "sample"}},
	}
	return w
}

func (w *world) out() string { return w.settings.Packages[w.folder].Dir }

// command runs this test binary in a role, below the shim.
func (w *world) command(t *testing.T, role string, args ...string) *exec.Cmd {
	t.Helper()
	text, err := json.Marshal(w.settings)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(w.json, text, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(shimPath, args...)
	command.Dir = w.folder
	command.Env = append(os.Environ(), "PWD="+w.folder, "SHIM_TEST_ROLE="+role, settingsVariable+"="+w.json)
	return command
}

type ran struct {
	stdout, stderr string
	status         syscall.WaitStatus
	startError     error
}

func (w *world) run(t *testing.T, role string, args ...string) ran {
	t.Helper()
	return finish(w.command(t, role, args...))
}

func finish(command *exec.Cmd) ran {
	var stdout, stderr strings.Builder
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = nil
	}
	return ran{stdout.String(), stderr.String(), command.ProcessState.Sys().(syscall.WaitStatus), err}
}

// read takes a record from attempt-N of the package.
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
