package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"go-crash-guard/probe/internal/cgroup"
)

// claimPlace is a group for the groups of keepers that do not exist.
func claimPlace(t *testing.T) cgroup.Group {
	t.Helper()
	needGroups(t)
	own, _ := cgroup.Memory(0)
	place, err := own.Child(fmt.Sprintf("keeper-test-claim-%d", os.Getpid()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := place.Remove(); err != nil {
			t.Error(err)
		}
	})
	return place
}

func TestAGroupThatIsTakenForAStaleOneIsMadeAnew(t *testing.T) {
	place := claimPlace(t)
	anew := 0
	for end := time.Now().Add(time.Minute); anew < 3; {
		if time.Now().After(end) {
			t.Fatal("it was never faster")
		}
		name, err := newGroupName()
		if err != nil {
			t.Fatal(err)
		}
		// Another keeper: it removes the group as soon as it is there.
		stop, over := make(chan struct{}), make(chan struct{})
		ready := make(chan struct{})
		go func() {
			defer close(over)
			close(ready)
			for !closed(stop) && syscall.Rmdir(filepath.Join(place.Dir, name)) != nil {
			}
		}()
		<-ready
		group, lock, err := claim(place, name)
		close(stop)
		<-over
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(group.Dir) != name {
			if anew++; !group.Exists() || !groupName.MatchString(filepath.Base(group.Dir)) {
				t.Error("what was made anew is not there: ", group.Dir)
			}
		}
		lock.Close()
		_ = group.Remove()
	}
}

func TestWhereNoGroupCanBeMade(t *testing.T) {
	place := cgroup.Group{Version: 1, Dir: filepath.Join(t.TempDir(), "missing")}
	if _, lock, err := claim(place, "crash-guard-00000001"); err == nil || lock != nil {
		t.Error(lock, err)
	}
	// A folder that is no group cannot be locked as one.
	place.Dir = t.TempDir()
	if _, lock, err := claim(place, "crash-guard-00000001"); err == nil || lock != nil {
		t.Error(lock, err)
	}
	if left, err := os.ReadDir(place.Dir); err != nil || len(left) != 0 {
		t.Error(left, err)
	}
}

// The helper stays until the keeper has taken over, for as long as that takes.
func TestTheLockOfAnAdoptedGroupLasts(t *testing.T) {
	place := claimPlace(t)
	if place.Version == 2 {
		t.Skip("this process would be moved into the group")
	}
	home, _ := cgroup.Memory(0)
	answer, err := adoptAt(place, home, "crash-guard-00000002", os.Getpid(), 512*mebibyte, owner{os.Getuid(), os.Getgid()})
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < 5; i++ { // whatever nobody refers to is closed
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
	group, ok := cgroup.At(answer.Top)
	if !ok {
		t.Fatal("no group")
	}
	if lock, err := lockGroup(group, syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
		lock.Close()
		t.Error("its lock is gone")
	}
	adopted.Close()
	if err := group.Remove(); err != nil {
		t.Error(err)
	}
}
