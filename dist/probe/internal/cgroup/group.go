// Package cgroup finds, reads and makes Linux control groups, version 1 and 2, for memory and for the number of
// processes. On other systems there are none: nothing is found.
package cgroup

import (
	"path"
	"strings"
)

// Group is one control group of one hierarchy.
type Group struct {
	Version int    `json:"version"` // 1 or 2
	Path    string `json:"path"`    // as /proc/PID/cgroup says
	Dir     string `json:"dir"`     // absolute folder
	mount   string // the folder where the hierarchy is mounted; nothing above it can be seen
}

// Lineage is the group, then its ancestors up to the mount's root.
func (g Group) Lineage() []Group {
	if g.mount == "" {
		if known, ok := At(g.Dir); ok {
			g = known
		}
	}
	line := []Group{g}
	for g.mount != "" && g.Dir != g.mount && strings.HasPrefix(g.Dir, g.mount) {
		g.Dir, g.Path = path.Dir(g.Dir), path.Dir(g.Path)
		line = append(line, g)
	}
	return line
}

// Mount is the folder where the group's hierarchy is mounted, "" where that is not known.
func (g Group) Mount() string { return g.mount }

// UsageFile holds the memory in use by the group and everything below it, in bytes.
func (g Group) UsageFile() string {
	if g.Version == 1 {
		return path.Join(g.Dir, "memory.usage_in_bytes")
	}
	return path.Join(g.Dir, "memory.current")
}

// StatFile and its key hold the part of the usage that the kernel cannot take back by dropping files from its cache.
func (g Group) StatFile() (file, key string) {
	if g.Version == 1 {
		return path.Join(g.Dir, "memory.stat"), "total_rss"
	}
	return path.Join(g.Dir, "memory.stat"), "anon"
}

// LimitFile holds the memory limit.
func (g Group) LimitFile() string {
	if g.Version == 1 {
		return path.Join(g.Dir, "memory.limit_in_bytes")
	}
	return path.Join(g.Dir, "memory.max")
}
