package main

import (
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
)

// victim is this binary in a role, as a process of its own; it is gone when the test ends.
func victim(t *testing.T, role string) int {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "SHIM_TEST_ROLE="+role)
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	if _, err := output.Read(make([]byte, 1)); err != nil {
		t.Fatal(err) // its first line says that it is ready
	}
	// The runtime may still be starting threads of its own.
	p := &linuxProcess{pid: command.Process.Pid}
	eventually(t, "it comes to rest", func() bool {
		before := p.threads()
		time.Sleep(20 * time.Millisecond)
		return reflect.DeepEqual(before, p.threads()) && allSleep(p.pid, before)
	})
	return command.Process.Pid
}

func allSleep(pid int, threads []int) bool {
	for _, thread := range threads {
		if !strings.Contains(readStart(fmt.Sprintf("/proc/%d/task/%d/stat", pid, thread), 1024), ") S ") {
			return false
		}
	}
	return len(threads) > 0
}

func stateOf(t *testing.T, pid int) string {
	t.Helper()
	_, after, found := strings.Cut(readStart("/proc/"+strconv.Itoa(pid)+"/status", 8192), "\nState:\t")
	if !found {
		t.Fatal("no state")
	}
	return after[:1]
}
