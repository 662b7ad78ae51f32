package main

import (
	"strings"

	"go-crash-guard/probe/internal/ending"
)

// How loud the runtime dies, and the word by which the agent knows that the shim has chosen it and takes both variables away
// before any test runs.
const (
	tracebackVariable    = "GOTRACEBACK"
	ownTracebackVariable = "CRASH_GUARD_TRACEBACK"
	tracebackThatCanDump = "crash"
)

// environment has the runtime end in SIGABRT when it crashes, so that the kernel dumps core. What a program sets itself, as the
// agent could, package testing takes back when a timeout fires; what the runtime found at its start stays. The user's own
// choice counts more.
func (c cores) environment(j job, own []string) []string {
	if !c.wanted(j.settings.AgentSettings) || j.place.Agent == "" || !j.attempt.recorded() {
		return own
	}
	if _, chosen := variable(own, tracebackVariable); chosen {
		return own
	}
	return append(own, tracebackVariable+"="+tracebackThatCanDump, ownTracebackVariable+"=1")
}

// silenced says why a runtime that crashed left no core; "" when nothing of the user's is to blame.
func (c cores) silenced(end ending.Ending, environ []string) string {
	if !c.dumping || end.ExitCode == nil || *end.ExitCode != 2 {
		return ""
	}
	if value, chosen := variable(environ, tracebackVariable); chosen && value != tracebackThatCanDump {
		return "GOTRACEBACK=" + value + " is set, with which a crash of the Go runtime leaves none: unset it, or set it to crash"
	}
	return ""
}

// variable finds the first of its name, as the runtime does.
func variable(environ []string, name string) (value string, found bool) {
	for _, entry := range environ {
		if strings.HasPrefix(entry, name+"=") {
			return entry[len(name)+1:], true
		}
	}
	return "", false
}
