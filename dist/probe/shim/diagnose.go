package main

import (
	"os"

	"go-crash-guard/probe/internal/record"
)

// diagnose looks more closely at a test binary that has died before, in the mode that the settings name; without one it
// does nothing. Such a run answers one question: what the child prints goes to a file, nothing is kept for go test's
// cache, and go test is told of success, because it did what was asked whatever the child does.
func diagnose(j job) (departure, bool) {
	mode, a := j.settings.Diagnose, j.attempt
	if mode == "" {
		return departure{}, false
	}
	look, known := looks()[mode]
	if !known || !a.recorded() {
		a.problem("diagnose: %q is not a mode of this program", mode)
		return departure{code: failed}, true
	}
	a.write("diagnose.json", diagnoseRecord{record.Schema, mode})
	j.settings.TestLog, j.settings.HeapProfile, j.settings.Store = false, false, ""
	look(j)
	return departure{}, true
}

// diagnoseRecord is diagnose.json, which tells such an attempt from one that counts, whatever becomes of it.
type diagnoseRecord struct {
	Schema int    `json:"schema"`
	Mode   string `json:"mode"`
}

func looks() map[string]func(job) {
	return map[string]func(job){"exit": lookAtExit, "strace": lookAtSystemCalls, "runtime": lookAtRuntime}
}

// watchOutput runs the child with its output in diagnose.txt. Each line that it writes to standard error is handed to take.
func watchOutput(j job, w way, take func(line string)) {
	output, err := divert(j.attempt, take)
	if err != nil {
		j.attempt.problem("diagnose.txt: %v; the child's output is lost", err)
	}
	superviseIn(j, w)
	output.end()
}

// extendVariable adds to a variable that the child will inherit.
func extendVariable(name, separator, added string) {
	if own := os.Getenv(name); own != "" {
		added = own + separator + added
	}
	_ = os.Setenv(name, added)
}
