package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestParseStat(t *testing.T) {
	for _, row := range []struct {
		text   string
		parent int
		alive  bool
	}{
		{"12 (go) S 7 12 12 0", 7, true},
		{"12 (a) b) (c) R 8 1", 8, true},
		{"12 (go) Z 7 12", 7, false},
		{"12 (go) X 7 12", 7, false},
		{"12 (go) Z 7 12 12 0 -1 4227084 1 0 0 0 0 0 0 0 20 0 1 0 9", 7, false},
		{"12 (go) Z 7 12 12 0 -1 4227084 1 0 0 0 0 0 0 0 20 0 0 0 9", 7, false},
		{"12 (go) Z 7 12 12 0 -1 4227084 1 0 0 0 0 0 0 0 20 0 2 0 9", 7, true},
		{"12 (go)", 0, false},
		{"", 0, false},
		{"12 (go) S x", 0, false},
	} {
		if parent, alive := parseStat([]byte(row.text)); parent != row.parent || alive != row.alive {
			t.Errorf("%q: %d %v", row.text, parent, alive)
		}
	}
}

const headless = "headless"

// A goroutine that is locked in an init function stays on the process's first thread.
func init() {
	if role := os.Getenv("KEEPER_TEST_ROLE"); role == headless || role == starter {
		runtime.LockOSThread()
	}
}

// loseHead starts a process from another thread than the first, and ends the first alone.
func loseHead() {
	child := make(chan int)
	go func() {
		runtime.LockOSThread()
		sleeper := exec.Command("sleep", "60")
		if err := sleeper.Start(); err != nil {
			panic(err)
		}
		child <- sleeper.Process.Pid
		_ = sleeper.Wait()
	}()
	fmt.Println(<-child)
	_, _, _ = syscall.RawSyscall(syscall.SYS_EXIT, 0, 0, 0)
}

// The other threads hold its memory, and go on.
func TestAProcessWhoseFirstThreadIsGone(t *testing.T) {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "KEEPER_TEST_ROLE="+headless)
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(output).ReadString('\n')
	child, err := strconv.Atoi(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(child, syscall.SIGKILL)
		_ = command.Process.Kill()
		_ = command.Wait()
	}()
	eventually(t, "the first thread is gone", func() bool {
		text, _ := os.ReadFile("/proc/" + strconv.Itoa(command.Process.Pid) + "/stat")
		return strings.Contains(string(text), ") Z ")
	})
	found, err := descendants(os.Getpid())
	if err != nil || !slices.Contains(found, child) || !slices.Contains(found, command.Process.Pid) {
		t.Errorf("%v %v, want %d and %d", found, err, child, command.Process.Pid)
	}
	if ended(command.Process.Pid) {
		t.Error("it seems to have ended")
	}
	// A zombie until it is waited for.
	_ = command.Process.Kill()
	eventually(t, "it ends", func() bool { return ended(command.Process.Pid) })
}

func playOnLinux(role string) (known bool) {
	switch role {
	case headless:
		loseHead()
	case starter:
		startOne()
	default:
		return false
	}
	return true
}
