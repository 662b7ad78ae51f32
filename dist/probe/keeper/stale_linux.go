package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"syscall"

	"go-crash-guard/probe/internal/cgroup"
)

// groupName matches what newGroupName makes, crash-guard-0a1b2c3d.
var groupName = regexp.MustCompile(`^` + groupPrefix + `[0-9a-f]{8}$`)

// claims is how often a group is made anew, because another keeper took it for a stale one before it was locked.
const claims = 5

// claim makes a group and takes its lock, which ends with this process however that ends. The name is for the first try: a keeper
// that has opened a group of that name must not find another one behind it.
func claim(place cgroup.Group, name string) (group cgroup.Group, lock *os.File, err error) {
	for tries := 0; tries < claims; tries++ {
		if tries > 0 {
			if name, err = newGroupName(); err != nil {
				return group, nil, err
			}
		}
		if group, err = place.Child(name); err != nil {
			return group, nil, err
		}
		if lock, err = lockGroup(group, syscall.LOCK_SH); err == nil {
			return group, lock, nil
		}
		_ = group.Remove()
	}
	return group, nil, err
}

// lockGroup locks the group's folder. Between making and locking a group another keeper may have taken it for a stale one.
func lockGroup(group cgroup.Group, how int) (*os.File, error) {
	folder, err := os.Open(group.Dir)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(folder.Fd()), how); err != nil {
		folder.Close()
		return nil, fmt.Errorf("lock %s: %w", group.Dir, err)
	}
	if !group.Exists() {
		folder.Close()
		return nil, fmt.Errorf("%s: removed by somebody else", group.Dir)
	}
	return folder, nil
}

// removeStale removes what keepers that were killed left behind: groups of our name that no keeper holds and no process
// is in. What cannot be removed stays, since it does no harm.
func removeStale(place cgroup.Group) {
	entries, err := os.ReadDir(place.Dir)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if !entry.IsDir() || !groupName.MatchString(entry.Name()) {
			continue
		}
		group, ok := cgroup.At(filepath.Join(place.Dir, entry.Name()))
		if !ok {
			continue
		}
		lock, err := lockGroup(group, syscall.LOCK_EX|syscall.LOCK_NB)
		if err != nil {
			continue
		}
		if empty(group, 0) {
			_ = group.Remove()
		}
		lock.Close()
	}
}

// empty reports whether no process is in the group or below it. Tests can nest groups, but hardly that deep.
func empty(group cgroup.Group, depth int) bool {
	if processes, err := group.Processes(); err != nil || len(processes) > 0 || depth > 16 {
		return false
	}
	entries, err := os.ReadDir(group.Dir)
	if err != nil {
		return false
	}
	for _, entry := range entries {
		if !entry.IsDir() {
			continue
		}
		below := group
		below.Dir = filepath.Join(group.Dir, entry.Name())
		if !empty(below, depth+1) {
			return false
		}
	}
	return true
}
