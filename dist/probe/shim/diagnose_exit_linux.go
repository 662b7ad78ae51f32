//go:build amd64 || arm64

package main

import (
	"os"
	"os/exec"

	"go-crash-guard/probe/internal/ending"
	"go-crash-guard/probe/internal/exittrace"
)

// lookAtExit leaves exit-trace.json: who called os.Exit, or whatever else ends the process.
func lookAtExit(j job) {
	problem := exittrace.Refusal()
	if problem == "" && !j.call.wrapped() {
		problem = exittrace.RefusalOf(j.call.binary)
	}
	trace := exittrace.Refused(problem)
	if problem == "" {
		program, _ := exec.LookPath(j.call.binary)
		trace = exittrace.Refused("the test binary could not be started")
		watchOutput(j, way{startTraced, func(child *os.Process, atDeath func()) (ending.Ending, error) {
			found, status, usage, err := exittrace.Follow(child.Pid, program, atDeath)
			_ = child.Release() // it is reaped: its process id may be another's by now
			trace = found
			return ending.FromWait(status, &usage), err
		}}, func(string) {})
	}
	j.attempt.write("exit-trace.json", trace)
}

func startTraced(argv, environment []string) (*os.Process, error) {
	attributes := childAttributes()
	attributes.Ptrace = true
	return startWith(attributes, argv, environment)
}
