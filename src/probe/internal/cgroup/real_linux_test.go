package cgroup

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain makes this binary a hog when it is started with a group: it moves itself there and then holds ever more
// memory. The group "sleep" makes it wait instead.
func TestMain(m *testing.M) {
	switch dir := os.Getenv("CGROUP_TEST_HOG"); dir {
	case "":
		os.Exit(m.Run())
	case "sleep":
		time.Sleep(time.Minute)
	default:
		group, ok := At(dir)
		if !ok || group.Enter(0) != nil {
			os.Exit(3)
		}
		var held [][]byte
		for i := 0; i < 64; i++ {
			block := make([]byte, 8<<20)
			for at := 0; at < len(block); at += 4096 {
				block[at] = 1
			}
			held = append(held, block)
		}
		os.Exit(len(held))
	}
}

// newGroup makes a group below this process's own one.
func newGroup(t *testing.T, name string, own func(int) (Group, bool)) Group {
	t.Helper()
	parent, ok := own(0)
	if !ok {
		t.Skip("this machine offers no such control group")
	}
	if parent.Version == 2 && parent.Dir == parent.Mount() {
		_ = parent.ShareMemory() // a machine where nobody has done that yet
	}
	group, err := parent.Child(name + "-" + strconv.Itoa(os.Getpid()))
	if errors.Is(err, os.ErrPermission) || errors.Is(err, syscall.EROFS) {
		t.Skipf("needs the right to make control groups: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := group.Remove(); err != nil {
			t.Error(err)
		}
	})
	return group
}

func hog(dir string) *exec.Cmd {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "CGROUP_TEST_HOG="+dir)
	return command
}

func TestAnOOMKillIsCounted(t *testing.T) {
	parent := newGroup(t, "cgroup-test", Memory)
	if err := parent.ShareMemory(); err != nil {
		t.Skipf("the memory controller cannot be used below: %v", err)
	}
	if err := parent.LimitMemory(64 << 20); err != nil {
		t.Fatal(err)
	}
	child, err := parent.Child("t")
	if err != nil {
		t.Fatal(err)
	}
	before := child.ReadMemory()
	if before.OomKill == nil || *before.OomKill != 0 || before.LimitBytes != nil || !strings.HasSuffix(before.Path, "/t") {
		t.Errorf("%+v", before)
	}

	command := hog(child.Dir)
	err = command.Run()
	if state := command.ProcessState; state == nil || state.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("the hog was not killed: %v", err)
	}
	after, above := child.ReadMemory(), parent.ReadMemory()
	if after.OomKill == nil || *after.OomKill != 1 || *after.OomKillLocal != 1 {
		t.Errorf("%+v", after)
	}
	if above.LimitBytes == nil || *above.LimitBytes != 64<<20 || above.PeakBytes == nil || *above.PeakBytes < 32<<20 {
		t.Errorf("%+v", above)
	}
	lineage := child.Lineage()
	if len(lineage) < 3 || lineage[1] != parent || lineage[len(lineage)-1].Dir != parent.Mount() {
		t.Errorf("%+v", lineage)
	}
}

func TestAProcessIsFoundWhereItWasMoved(t *testing.T) {
	group := newGroup(t, "cgroup-test-move", Memory)
	sleeper := hog("sleep")
	if err := sleeper.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = sleeper.Process.Kill(); _ = sleeper.Wait() }()
	if err := group.Enter(sleeper.Process.Pid); err != nil {
		t.Fatal(err)
	}
	found, ok := Memory(sleeper.Process.Pid)
	if !ok || found != group {
		t.Errorf("%+v, want %+v", found, group)
	}
	members, err := group.Processes()
	if err != nil || len(members) != 1 || members[0] != sleeper.Process.Pid {
		t.Errorf("%v %v", members, err)
	}
	if at, ok := At(group.Dir); !ok || at != group {
		t.Errorf("%+v %v", at, ok)
	}
	// It is busy: nothing may be taken from under a process.
	if err := group.Remove(); !errors.Is(err, syscall.EBUSY) || !group.Exists() {
		t.Errorf("%v", err)
	}
}

func TestRefusedForksAreCounted(t *testing.T) {
	group := newGroup(t, "cgroup-test-pids", Pids)
	if group.Version == 2 {
		t.Skip("the pids controller may be off below")
	}
	if level := group.ReadPids(); level.Limit != nil || level.Current == nil || *level.Current != 0 {
		t.Errorf("%+v", level)
	}
	if err := group.write("pids.max", "1"); err != nil {
		t.Fatal(err)
	}
	script := `echo $$ > "$0/cgroup.procs"; /bin/true; echo survived`
	_ = exec.Command("sh", "-c", script, group.Dir).Run()
	level := group.ReadPids()
	if level.Refused == nil || *level.Refused == 0 || *level.Limit != 1 {
		t.Errorf("%+v", level)
	}
}

func TestAGroupThatIsGone(t *testing.T) {
	group := newGroup(t, "cgroup-test-gone", Memory)
	if err := group.Remove(); err != nil {
		t.Fatal(err)
	}
	if level := group.ReadMemory(); level != (MemoryLevel{Path: group.Path}) {
		t.Errorf("%+v", level)
	}
	if group.Exists() || group.Enter(0) == nil || group.LimitMemory(1<<30) == nil || group.Remove() != nil {
		t.Error("a group that is gone was used")
	}
	if _, ok := At(group.Dir); ok {
		t.Error("found")
	}
	if _, err := os.Stat(filepath.Join(group.Dir, "cgroup.procs")); err == nil {
		t.Error("a file was made")
	}
}

func TestNamesOfChildren(t *testing.T) {
	for _, name := range []string{"", ".", "..", "../x", "a/b", "/x", "a\nb"} {
		if _, err := (Group{Version: 1, Dir: t.TempDir()}).Child(name); err == nil {
			t.Errorf("%q was made", name)
		}
	}
}

func TestReadsAreBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big")
	if err := os.WriteFile(path, make([]byte, 3*fileLimit), 0o600); err != nil {
		t.Fatal(err)
	}
	if text := readBounded(path, fileLimit); len(text) != fileLimit {
		t.Errorf("%d bytes", len(text))
	}
}
