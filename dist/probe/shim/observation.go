package main

import (
	"path/filepath"
	"strconv"
	"strings"
)

// observation is what is asked of the test binary beyond what go test asked.
type observation struct {
	flags       []string
	environment []string
}

// observe decides on flags and environment of the child. shimPid lets the agent tell the test binary from programs
// that the tests start.
func observe(j job, environ []string, shimPid int) observation {
	return observation{flags: addedFlags(j.call, j.settings, j.place, j.attempt), environment: childEnvironment(j, environ, shimPid)}
}

func addedFlags(c call, s settings, p place, a attempt) []string {
	if !c.runsTests() {
		return nil
	}
	var flags []string
	// go test leaves the log out when there is an -exec command, and without a log it caches nothing.
	if s.TestLog && !c.wrapped() && c.inBuildFolder() && !c.has("-test.testlogfile") {
		flags = append(flags, "-test.testlogfile="+filepath.Join(filepath.Dir(c.binary), "testlog.txt"))
	}
	if s.HeapProfile && a.recorded() && !c.has("-test.memprofile") {
		flags = append(flags, "-test.memprofile="+filepath.Join(a.dir, "heap.pprof"))
		if rate := profileRate(c, s, p); rate > 0 {
			flags = append(flags, "-test.memprofilerate="+strconv.Itoa(rate))
		}
	}
	return flags
}

func childEnvironment(j job, environ []string, shimPid int) []string {
	kept := make([]string, 0, len(environ)+1)
	for _, entry := range environ {
		if !strings.HasPrefix(entry, ownVariables) {
			kept = append(kept, entry)
		}
	}
	if j.place.Agent == "" || !j.attempt.recorded() {
		return kept
	}
	if j.call.wrapped() {
		shimPid = 0 // the parent will be the wrapper, or whatever it starts
	}
	if s := j.settings; s.HeapProfile && j.call.runsTests() && !j.call.has("-test.memprofile") {
		kept = withEarlyRate(kept, profileRate(j.call, s, j.place))
	}
	return append(kept, agentVariable+"="+strconv.Itoa(shimPid)+":"+j.place.Agent+":"+j.attempt.dir)
}
