package main

import (
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"testing"
)

const starter = "starter"

// startOne starts a process from the first thread, which a tracer follows, while there is memory to be seen.
func startOne() {
	held := make([]byte, 64*mebibyte)
	for at := 0; at < len(held); at += 4096 {
		held[at] = 1
	}
	_ = exec.Command("true").Run()
	runtime.KeepAlive(held)
}

// stopAtStart runs the starter up to where the new process is there and has not become its program. Both stand still.
func stopAtStart(t *testing.T) (parent, child int) {
	t.Helper()
	const eventVfork, exitKill = 2, 0x100000 // linux/ptrace.h
	process, err := os.StartProcess(os.Args[0], os.Args[:1], &os.ProcAttr{
		Env: append(os.Environ(), "KEEPER_TEST_ROLE="+starter), Sys: &syscall.SysProcAttr{Ptrace: true},
	})
	if err != nil {
		t.Skip("SKIPPED, nothing can be traced here: ", err)
	}
	parent = process.Pid
	for first := true; ; first = false {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(parent, &status, syscall.WALL, nil); err != nil || !status.Stopped() {
			t.Fatal(status, err)
		}
		signal := 0
		switch event := int(status >> 16); {
		case first:
			if err := syscall.PtraceSetOptions(parent, syscall.PTRACE_O_TRACEVFORK|exitKill); err != nil {
				t.Fatal(err)
			}
		case event == eventVfork:
			born, err := syscall.PtraceGetEventMsg(parent)
			if err != nil {
				t.Fatal(err)
			}
			return parent, int(born)
		case event == 0:
			signal = int(status.StopSignal())
		}
		if err := syscall.PtraceCont(parent, signal); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMemoryIsCountedOnceWhileAProcessStarts(t *testing.T) {
	runtime.LockOSThread() // the tracer
	defer runtime.UnlockOSThread()
	parent, child := stopAtStart(t)
	defer func() {
		for _, pid := range []int{child, parent} {
			_ = syscall.Kill(pid, syscall.SIGKILL)
			for status := syscall.WaitStatus(0); !status.Exited() && !status.Signaled(); {
				if _, err := syscall.Wait4(pid, &status, syscall.WALL, nil); err != nil && err != syscall.EINTR {
					break
				}
			}
		}
	}()
	var watched table
	if shown, _ := watched.stat(child); shown.rssBytes < 64*mebibyte {
		t.Errorf("it does not show its parent's memory: %+v", shown)
	}
	family, err := watched.read(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	held := map[int]uint64{}
	for _, one := range family {
		held[one.pid] = one.rssBytes
	}
	if own, there := held[child]; !there || own != 0 || held[parent] < 64*mebibyte {
		t.Errorf("%d holds %d, and %d, which it starts, %d: %+v", parent, held[parent], child, own, family)
	}
}

func TestWhoBorrows(t *testing.T) {
	line := func(vsize, stack uint64) process {
		one, alive := parseProcess(7, []byte("7 (x) R 3 7 7 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 5 0 900 "+
			strconv.FormatUint(vsize, 10)+" 2500 18446744073709551615 1 1 "+strconv.FormatUint(stack, 10)+" 0"))
		if !alive {
			t.Fatal("not alive")
		}
		return one
	}
	parent := line(5000, 140724968046448)
	for _, row := range []struct {
		name  string
		child process
		want  bool
	}{
		{"in its parent's address space", line(5000, 140724968046448), true},
		{"a fork with memory of its own", line(9000, 140724968046448), false},
		{"another program of the same size", line(5000, 140724968046449), false},
	} {
		if got := row.child.borrows(parent); got != row.want {
			t.Errorf("%s: %v", row.name, got)
		}
	}
	if hidden := line(5000, 0); hidden.borrows(line(5000, 0)) || (process{}).borrows(process{}) {
		t.Error("where nothing is to be seen nothing is known")
	}
}
