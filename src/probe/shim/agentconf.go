package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go-crash-guard/probe/internal/cgroup"
)

// writeAgentConf tells the agent, in lines "key value", where the ceiling is and what to do near it. The file must be there
// before the child starts.
func writeAgentConf(j job, g guard, dumping bool) {
	if j.place.Agent == "" || !j.attempt.recorded() {
		return
	}
	text := agentConf(j.settings.AgentSettings, g, dumping)
	if err := os.WriteFile(filepath.Join(j.attempt.dir, "agent.conf"), []byte(text), 0o644); err != nil {
		j.attempt.problem("agent.conf: %v", err)
	}
}

func agentConf(s agentSettings, g guard, dumping bool) string {
	var text strings.Builder
	line := func(key, value string) { text.WriteString(key + " " + value + "\n") }
	if g.CeilingBytes != nil {
		line("ceiling", strconv.FormatUint(*g.CeilingBytes, 10))
		// Without a group the agent has only its own process to go by.
		if group, ok := cgroup.At(g.testsDir()); ok && !strings.Contains(group.Dir, "\n") {
			file, key := group.StatFile()
			line("usage", group.UsageFile())
			line("stat", file)
			line("statkey", key)
		}
	}
	if g.CeilingBytes == nil && s.CeilingBytes > 0 {
		// Nothing stops the process there, but the machine or an outer group will.
		line("ceiling", strconv.FormatUint(s.CeilingBytes, 10))
	}
	if s.SnapshotAtPercent > 0 {
		line("snapshot-at", strconv.Itoa(s.SnapshotAtPercent))
	}
	if s.Goroutines > 0 {
		line("goroutines", strconv.Itoa(s.Goroutines))
	}
	if s.Requests {
		line("requests", "1")
	}
	if s.Leaks {
		line("leaks", "1")
	}
	if dumping {
		line("core", "1")
	}
	return text.String()
}
