package cgroup

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// removalPatience is how long processes that were killed just now may keep a group busy.
const removalPatience = 500 * time.Millisecond

// Child makes a group below this one.
func (g Group) Child(name string) (Group, error) {
	if name == "" || name == "." || name == ".." || strings.ContainsAny(name, "/\n\x00") {
		return Group{}, fmt.Errorf("%q is no name for a control group", name)
	}
	child := Group{g.Version, filepath.Join(g.Path, name), filepath.Join(g.Dir, name), g.mount}
	return child, os.Mkdir(child.Dir, 0o755)
}

// Enter moves a process with all its threads into the group, 0 for this process. What it starts later is born there.
func (g Group) Enter(pid int) error {
	return g.write("cgroup.procs", strconv.Itoa(pid))
}

// write never makes a file: a group that vanished must be an error.
func (g Group) write(name, text string) error {
	path := filepath.Join(g.Dir, name)
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.WriteString(text); err != nil {
		return err // names the file
	}
	return nil
}

// LimitMemory sets the ceiling for the group and all below it, swap included, and reads it back.
func (g Group) LimitMemory(bytes uint64) error {
	if err := g.write(filepath.Base(g.LimitFile()), strconv.FormatUint(bytes, 10)); err != nil {
		return err
	}
	set := g.ReadMemory().LimitBytes
	// The kernel counts in pages.
	if set == nil || *set > bytes || bytes-*set >= 1<<20 {
		return fmt.Errorf("%s: the limit was written but does not hold", g.LimitFile())
	}
	var err error
	if g.Version == 1 {
		err = g.write("memory.memsw.limit_in_bytes", strconv.FormatUint(bytes, 10))
	} else {
		err = g.write("memory.swap.max", "0")
	}
	if errors.Is(err, os.ErrNotExist) {
		return nil // the kernel does not count swap
	}
	return err
}

// SharesMemory reports whether the memory controller works in the groups below. Version 1 always does that.
func (g Group) SharesMemory() bool {
	return g.Version == 1 || contains(strings.Fields(g.file("cgroup.subtree_control")), "memory")
}

// ShareMemory makes the memory controller work in the groups below.
func (g Group) ShareMemory() error {
	if g.SharesMemory() {
		return nil
	}
	return g.write("cgroup.subtree_control", "+memory")
}

// CountBelow makes the group's limit hold for all below it together, which version 1 before Linux 5.11 leaves open. It
// has to come before there are groups below.
func (g Group) CountBelow() error {
	if g.Version == 2 || strings.TrimSpace(g.file("memory.use_hierarchy")) != "0" {
		return nil
	}
	return g.write("memory.use_hierarchy", "1")
}

func offers(dir, controller string) bool {
	return contains(strings.Fields(readBounded(filepath.Join(dir, "cgroup.controllers"), fileLimit)), controller)
}

// Processes are the ids of the processes in the group itself, at most 10,000.
func (g Group) Processes() ([]int, error) {
	file, err := os.Open(filepath.Join(g.Dir, "cgroup.procs"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var found []int
	for lines := bufio.NewScanner(file); len(found) < 10000 && lines.Scan(); {
		if pid, err := strconv.Atoi(lines.Text()); err == nil {
			found = append(found, pid)
		}
	}
	return found, nil
}

// Remove removes the group, those below it first. A group that is gone already is no error; one that stays busy is.
func (g Group) Remove() error {
	return remove(g.Dir, time.Now().Add(removalPatience))
}

func remove(dir string, deadline time.Time) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		if entry.IsDir() {
			_ = remove(filepath.Join(dir, entry.Name()), deadline) // a child that stays shows below as well
		}
	}
	for {
		err := syscall.Rmdir(dir)
		switch {
		case err == nil || err == syscall.ENOENT:
			return nil
		case (err == syscall.EBUSY || err == syscall.EINTR) && time.Now().Before(deadline):
			time.Sleep(5 * time.Millisecond)
		default:
			return &os.PathError{Op: "rmdir", Path: dir, Err: err}
		}
	}
}
