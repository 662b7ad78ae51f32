package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// cores collects the child's core dump.
type cores struct {
	settings coreSettings
	folder   string // the child's current folder
	dumping  bool   // the child is asked to dump
	usesPid  bool   // kernel.core_uses_pid
	older    map[string]bool
	restore  func() // takes the shim's own limit back, once the child has started
	// Without the shim there would be no core: the soft limit was 0.
	uninvited bool
}

// prepareCores lets the child, which is started next, dump a core of any size that is allowed. A file that the kernel would
// write the core over is left alone: the child then is not asked to dump.
func prepareCores(j job) cores {
	c := cores{settings: j.settings.Core, folder: j.folder, older: map[string]bool{}, restore: func() {}}
	if !c.settings.Enabled {
		return c
	}
	c.look(j)
	if !c.dumping {
		return c
	}
	var err error
	if c.restore, c.uninvited, err = raiseCoreLimit(); err != nil {
		// A program that is handed the cores gets them whatever the limit says.
		c.dumping = c.glob(nil) == ""
		j.attempt.problem("core: %v", err)
	}
	return c
}

// look notes what lies where the core would go.
func (c *cores) look(j job) {
	if c.settings.Pattern == "" {
		c.settings.Pattern = kernelSetting("core_pattern")
	}
	c.usesPid = kernelSetting("core_uses_pid") == "1"
	c.dumping = true
	for _, path := range c.candidates(nil) {
		c.older[path] = true
	}
	if unmistakable(c.settings.Pattern, c.usesPid) {
		return
	}
	binary := filepath.Base(j.call.binary)
	name := binary
	if len(name) > 15 {
		name = name[:15] // TASK_COMM_LEN
	}
	known := map[byte]string{'e': coreName(name), 'f': coreName(binary)}
	if path, err := filepath.Abs(j.call.binary); err == nil {
		known['E'] = coreName(path)
	}
	for _, path := range c.candidates(known) {
		c.dumping = false
		j.attempt.problem("core: %s is in the way, the kernel would write the core over it; core dumps stay as they are", path)
	}
}

// wanted reports whether the agent has the runtime dump core when it crashes. Without a core that would only change the
// exit code.
func (c cores) wanted(s agentSettings) bool { return s.Core && (c.dumping || !c.settings.Enabled) }

func (c cores) glob(values map[byte]string) string {
	return coreGlob(c.settings.Pattern, c.folder, c.usesPid, values)
}

// candidates are the files that fit the pattern.
func (c cores) candidates(values map[byte]string) []string {
	glob := c.glob(values)
	if glob == "" {
		return nil
	}
	found, _ := filepath.Glob(glob) // the only error is a pattern that is none
	return found
}

// collect moves the core of the process, which has dumped one, to path. It reports whether there is one; an error says
// what became of it instead.
func (c cores) collect(pid int, startedAt time.Time, path string) (bool, error) {
	if !c.dumping {
		return false, nil
	}
	var newest dump
	for _, candidate := range c.candidates(map[byte]string{'p': strconv.Itoa(pid)}) {
		found, ok := lookAt(candidate)
		ok = ok && (found.pid == pid || found.pid == 0)
		if ok && c.isNew(found, startedAt) && found.at.After(newest.at) {
			newest = found
		}
	}
	if newest.path == "" {
		return false, nil
	}
	if newest.size < newest.wanted || newest.size == 0 {
		free := freeBytes(filepath.Dir(newest.path))
		os.Remove(newest.path) // of no use, and the disk is full
		return false, newest.cutOff(free)
	}
	if err := moveCore(newest.path, path); err != nil {
		return false, fmt.Errorf("it stays at %s: %w", newest.path, err)
	}
	return true, nil
}

// isNew reports whether a core was written since the start. File systems may round times down to two seconds.
func (c cores) isNew(found dump, startedAt time.Time) bool {
	return !c.older[found.path] && !found.at.Before(startedAt.Add(-2*time.Second))
}

// collectOthers moves the cores of processes that the child started out of the user's folder. They are there only because
// the shim has raised the limit, which the whole family inherits.
func (c cores) collectOthers(pid int, startedAt time.Time, dir string) (moved []string) {
	if !c.dumping || !c.uninvited || filepath.IsAbs(c.settings.Pattern) {
		return nil
	}
	for _, candidate := range c.candidates(nil) {
		found, ok := lookAt(candidate)
		if !ok || found.pid == 0 || found.pid == pid || !c.isNew(found, startedAt) {
			continue
		}
		name := coreFile + "-" + strconv.Itoa(found.pid)
		if moveCore(candidate, filepath.Join(dir, name)) == nil {
			moved = append(moved, name)
		}
	}
	return moved
}
