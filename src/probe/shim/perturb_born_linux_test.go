package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// starter is a shell that starts many programs, every second of which it leaves to others at once; it says when it is done.
const starter = `i=0
while [ $i -lt 60 ]; do
	sleep 30 &
	(sleep 30 &)
	i=$((i+1))
done
echo done
wait`

// marked are the processes that have a variable in their environment.
func marked(t *testing.T, variable string) []int {
	t.Helper()
	var ids []int
	folders, _ := filepath.Glob("/proc/[0-9]*")
	for _, folder := range folders {
		text, err := os.ReadFile(folder + "/environ")
		if err != nil || !bytes.Contains(append([]byte{0}, text...), []byte("\x00"+variable+"\x00")) {
			continue
		}
		if id, err := strconv.Atoi(filepath.Base(folder)); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

func TestWhatIsStartedMeanwhileIsNotDisturbedForEver(t *testing.T) {
	own, ok := processorsOf(0)
	nice, known := niceOf(0)
	if !ok || !known || own.count() < 2 || newestID() == 0 {
		t.Skip("there is one processor only, or nobody tells the ids of new processes")
	}
	for seed := int64(1); seed <= 3; seed++ {
		variable := "SHIM_TEST_MARK=" + t.Name() + strconv.Itoa(os.Getpid()) + "-" + strconv.FormatInt(seed, 10)
		command := exec.Command("/bin/sh", "-c", starter)
		command.Env = append(os.Environ(), variable)
		output, err := command.StdoutPipe()
		if err == nil {
			err = command.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			for _, id := range marked(t, variable) {
				_ = syscall.Kill(id, syscall.SIGKILL)
			}
			_ = command.Wait()
		}()
		p := startPerturbing(seed, command.Process.Pid)
		if p == nil {
			t.Fatal("nothing was started")
		}
		if _, err := bufio.NewReader(output).ReadString('\n'); err != nil {
			t.Error(err)
		}
		p.finish()
		ids := marked(t, variable)
		if len(ids) < 100 {
			t.Errorf("%d processes were started", len(ids))
		}
		for _, id := range ids {
			now, ok := processorsOf(id)
			if ok && now != own {
				t.Errorf("process %d has the processors %v", id, now.members())
			}
			if found, ok := niceOf(id); ok && found != nice {
				t.Errorf("process %d is at nice %d", id, found)
			}
		}
	}
}

func TestWhatHasChosenItsProcessorBeforeKeepsIt(t *testing.T) {
	own, _ := processorsOf(0)
	if own.count() < 2 {
		t.Skip("there is one processor only")
	}
	chosen := only(own.members()[0])
	bystander := victim(t, "sleep")
	for _, thread := range (&linuxProcess{pid: bystander}).threads() {
		setProcessors(thread, chosen)
	}
	p := startPerturbing(1, victim(t, "sleep"))
	if p == nil {
		t.Fatal("nothing was started")
	}
	time.Sleep(300 * time.Millisecond)
	p.finish()
	if now, ok := processorsOf(bystander); !ok || now != chosen {
		t.Errorf("it has the processors %v", now.members())
	}
}

func TestTheIDsThatWereHandedOutSince(t *testing.T) {
	for _, row := range []struct {
		after, upTo int
		want        []int
	}{
		{7, 7, nil},
		{7, 9, []int{8, 9}},
		{99, 2, []int{100, 1, 2}}, // after the greatest they begin again
		{7, 0, nil},               // nobody tells
	} {
		if got := (born{lastID: 100}).since(row.after, row.upTo); !reflect.DeepEqual(got, row.want) {
			t.Errorf("after %d up to %d: %v", row.after, row.upTo, got)
		}
	}
	if got := len((born{lastID: 1 << 22}).since(1, 1<<21)); got != maxBorn {
		t.Errorf("%d ids", got)
	}
}

func TestTheNewestOfAllProcesses(t *testing.T) {
	before := newestID()
	if before == 0 {
		t.Skip("nobody tells here")
	}
	child := victim(t, "sleep")
	found := false
	for _, id := range (born{lastID: 1 << 22}).since(before, newestID()) {
		found = found || id == child
	}
	if !found && newestID() > before {
		t.Errorf("%d is not among those that were born after %d", child, before)
	}
	if got := parentOf(child); got != os.Getpid() {
		t.Errorf("its parent is %d", got)
	}
}
