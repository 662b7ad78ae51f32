package main

import (
	"fmt"
	"path/filepath"

	"go-crash-guard/probe/internal/cgroup"
)

// seat is the memory control group that a test binary lives in: one of its own where the guard has groups, else the one
// that the shim is in.
type seat struct {
	group cgroup.Group
	known bool
	own   bool
	home  cgroup.Group // where the shim was
}

// takeSeat makes a group of its own for the child and puts the shim into it, so that the child is born there. Whatever
// fails, there is a seat, and the tests run.
func takeSeat(g guard, id string) (seat, error) {
	s := seat{}
	s.group, s.known = cgroup.Memory(0)
	s.home = s.group
	if g.MemoryDir == "" {
		return s, nil
	}
	parent, ok := cgroup.At(g.testsDir())
	if !ok {
		return s, fmt.Errorf("the guard's group %s is gone", g.testsDir())
	}
	if !s.known || s.home.Version != parent.Version {
		s.home, ok = cgroup.At(filepath.Join(g.MemoryDir, cgroup.ToolsGroup))
		if !ok {
			return s, fmt.Errorf("the guard's group %s has no group for go test", g.MemoryDir)
		}
	}
	own, err := parent.Child("t-" + id)
	if err != nil {
		return s, err
	}
	if err := enter(own); err != nil {
		_ = own.Remove()
		return s, err
	}
	s.group, s.known, s.own = own, true, true
	return s, nil
}

// leave takes the shim back to where it was, so that the group holds the child alone.
func (s seat) leave() error {
	if !s.own {
		return nil
	}
	return enter(s.home)
}

// clear removes the child's own group. Processes that the tests left behind keep it; the keeper ends them.
func (s seat) clear() error {
	if !s.own {
		return nil
	}
	if left, err := s.group.Processes(); err != nil || len(left) > 0 {
		return nil
	}
	return s.group.Remove()
}

// vanished reports whether somebody removed the group.
func (s seat) vanished() bool { return s.known && !s.group.Exists() }

func (s seat) record() *cgroupRecord {
	if !s.known {
		return nil
	}
	return &cgroupRecord{Version: s.group.Version, Path: s.group.Path, Own: s.own}
}
