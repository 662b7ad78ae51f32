package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go-crash-guard/probe/internal/cgroup"
)

// boundFiles are the limits of version 2 that a process would escape by moving to a group beside its own. Those of memory
// are not among them: the ceiling is below them in any case.
var boundFiles = []string{"pids.max", "cpu.max"}

// keepBounds gives a new group the limits of the groups that a process leaves for it. Without them a test would be allowed
// more under guard than without one.
func keepBounds(lineage []cgroup.Group, place, made cgroup.Group) error {
	for _, file := range boundFiles {
		var from, bound string
		for _, left := range lineage {
			if left.Dir == place.Dir {
				break
			}
			value := readBound(left, file)
			if value == "" {
				continue
			}
			if bound != "" {
				return fmt.Errorf("both %s and a group below it have a limit (%s), and only one could be kept", left.Path, file)
			}
			from, bound = left.Path, value
		}
		if bound == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(made.Dir, file), []byte(bound), 0); err != nil {
			return fmt.Errorf("the limit %s of %s (%s) could not be kept: %w", file, from, bound, err)
		}
	}
	return nil
}

// readBound is "" for a group without that limit.
func readBound(group cgroup.Group, file string) string {
	text, err := os.ReadFile(filepath.Join(group.Dir, file))
	value := strings.TrimSpace(string(text))
	if err != nil || strings.HasPrefix(value, "max") {
		return ""
	}
	return value
}
